namespace Relais.Server.Channels.Sms;

/// <summary>What an administrator copies from Twilio's console to connect one number.</summary>
public sealed record SmsSettings
{
    [Setting(SettingType.Text, Required = true)]
    public string AccountSid { get; init; } = "";

    /// <summary>Twilio signs with it, also where an API key sends.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string AuthToken { get; init; } = "";

    /// <summary>A number, a short code, a name, or a messaging service (<c>MG…</c>).</summary>
    [Setting(SettingType.Text, Required = true)]
    public string Sender { get; init; } = "";

    [Setting(SettingType.Bool)]
    public bool SendsFiles { get; init; }

    [Setting(SettingType.Number)]
    public double MessagesPerSecond { get; init; } = 1;

    [Setting(SettingType.Text)]
    public string ApiKeySid { get; init; } = "";

    [Setting(SettingType.Secret)]
    public string ApiKeySecret { get; init; } = "";

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://api.twilio.com";

    internal bool HasService => Sender.StartsWith("MG", StringComparison.Ordinal);

    /// <summary>Another medium of Twilio's has a word before its numbers.</summary>
    internal bool IsOfTelephones => !Sender.Contains(':', StringComparison.Ordinal);

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"SMS as {Sender}";
}
