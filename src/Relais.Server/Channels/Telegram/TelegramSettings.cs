namespace Relais.Server.Channels.Telegram;

/// <summary>What an administrator copies from @BotFather to connect one bot.</summary>
public sealed record TelegramSettings
{
    /// <summary>Relais asks Telegram for what came: works everywhere.</summary>
    internal const string Polling = "polling";

    /// <summary>Telegram calls at our door: needs a public https address.</summary>
    internal const string Webhook = "webhook";

    [Setting(SettingType.Secret, Required = true)]
    public string BotToken { get; init; } = "";

    [Setting(SettingType.Choice, Options = [Polling, Webhook])]
    public string Reception { get; init; } = Polling;

    [Setting(SettingType.Secret, Generated = true)]
    public string WebhookSecret { get; init; } = "";

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://api.telegram.org";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Telegram bot {BotToken.Split(':')[0]}";
}
