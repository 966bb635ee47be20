using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Telegram;

/// <summary>
/// What a customer may choose from: buttons in place of his keyboard. What he presses comes back as a message of his, so that
/// nothing waits for an answer of ours. https://core.telegram.org/bots/features#keyboards
/// </summary>
internal static class TelegramChoices
{
    /// <summary>In a person's own chat they are written below the words: those must leave room for them.</summary>
    public static readonly ChoiceLimits Limits = new(Max: 20, MaxLabel: 60, MaxText: 2800);

    /// <summary>Null where a chat has no such buttons. What was offered before and not used is taken away.</summary>
    public static JsonObject? Keyboard(Outgoing answer, TelegramAddress to)
    {
        if (to.Business is not null || to.IsGroup) return null;
        if (answer.Choices.Count == 0) return new JsonObject { ["remove_keyboard"] = true };

        var rows = new JsonArray([.. answer.Choices.Select(label => (JsonNode)new JsonArray(new JsonObject { ["text"] = label }))]);
        return new JsonObject { ["keyboard"] = rows, ["one_time_keyboard"] = true, ["resize_keyboard"] = true };
    }

    /// <summary>The words, with the choices below them where there are no buttons.</summary>
    public static string Words(Outgoing answer, TelegramAddress to) =>
        answer.Choices.Count > 0 && Keyboard(answer, to) is null ? $"{answer.Text}\n{string.Join('\n', answer.Choices.Select(label => $"• {label}"))}" : answer.Text;
}
