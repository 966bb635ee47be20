namespace Relais.Server.Channels.Viber;

/// <summary>What an administrator copies from Viber to connect one bot.</summary>
public sealed record ViberSettings
{
    /// <summary>Viber signs with it, and takes messages by it.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string AuthToken { get; init; } = "";

    /// <summary>Whom customers see above an answer; the channel's name where it is empty.</summary>
    [Setting(SettingType.Text)]
    public string SenderName { get; init; } = "";

    [Setting(SettingType.Bool)]
    public bool ShowsAgent { get; init; }

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://chatapi.viber.com";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => "Viber bot";
}
