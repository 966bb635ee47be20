namespace Relais.Server.Channels.TikTok;

/// <summary>What an administrator copies from TikTok's pages to connect one business account.</summary>
public sealed record TikTokSettings
{
    [Setting(SettingType.Text, Required = true)]
    public string AppId { get; init; } = "";

    /// <summary>TikTok signs with it.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string AppSecret { get; init; } = "";

    /// <summary>The account's consent: the address TikTok led to, with its code, or a refresh token got elsewhere.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string Consent { get; init; } = "";

    /// <summary>Whether direct messages come in: TikTok examines apps for them apart, and has none for accounts of some countries.</summary>
    [Setting(SettingType.Bool)]
    public bool Messages { get; init; } = true;

    [Setting(SettingType.Bool)]
    public bool Comments { get; init; } = true;

    /// <summary>Whether Relais may point the app's calls to itself where they go elsewhere today.</summary>
    [Setting(SettingType.Bool)]
    public bool TakeOver { get; init; }

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://business-api.tiktok.com";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"TikTok app {AppId}";
}
