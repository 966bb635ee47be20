using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>Our reactions: Telegram takes a list of its own, and writes no variation after an emoji. https://core.telegram.org/bots/api#reactiontypeemoji</summary>
internal static class TelegramReaction
{
    private const string Variation = "\uFE0F";

    public static readonly IReadOnlyList<string> Usual = ["👍", "❤️", "😁", "😱", "😢", "🙏"];

    /// <summary>Without an emoji, what was there is taken back.</summary>
    public static JsonArray Of(string? emoji) =>
        emoji is null ? [] : [new JsonObject { ["type"] = "emoji", ["emoji"] = emoji.Replace(Variation, "", StringComparison.Ordinal) }];
}
