using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Tests.Channels.Simulator;

namespace Relais.Tests.Channels.Telegram;

/// <summary>The shop with its bot, which asks Telegram's stand-in for messages.</summary>
public sealed class TelegramShop : ProviderShop
{
    private static int people = 700_000_000;

    public TelegramSimulator Telegram { get; private set; } = null!;

    protected override string KindName => "telegram";

    protected override object Settings => new { botToken = TelegramSimulator.Token, apiUrl = Telegram.Address.ToString() };

    public object WebhookSettings => new { botToken = TelegramSimulator.Token, apiUrl = Telegram.Address.ToString(), reception = "webhook" };

    public static Person Someone(string name) => new(Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture), name);

    /// <summary>A message as Telegram tells it.</summary>
    public JsonObject Message(Person from, string? text, JsonObject? content = null, int? messageId = null)
    {
        var id = long.Parse(from.Id, CultureInfo.InvariantCulture);
        var message = new JsonObject
        {
            ["message_id"] = messageId ?? Telegram.NextId(),
            ["from"] = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = from.Name },
            ["chat"] = new JsonObject { ["id"] = id, ["type"] = "private", ["first_name"] = from.Name },
            ["date"] = App.Clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (text is not null) message["text"] = text;
        foreach (var (name, value) in content ?? []) message[name] = value?.DeepClone();
        return new JsonObject { ["message"] = message };
    }

    protected override async Task StartProvider() => Telegram = await TelegramSimulator.Start(Cancel);

    protected override ValueTask StopProvider() => Telegram.DisposeAsync();

    public sealed record Person(string Id, string Name);
}
