namespace Relais.Server.Channels.WhatsApp;

/// <summary>What an administrator copies from Meta's pages to connect one business phone number.</summary>
public sealed record WhatsAppSettings
{
    [Setting(SettingType.Text, Required = true)]
    public string PhoneNumberId { get; init; } = "";

    [Setting(SettingType.Text, Required = true)]
    public string BusinessAccountId { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessToken { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AppSecret { get; init; } = "";

    [Setting(SettingType.Secret, Generated = true)]
    public string VerifyToken { get; init; } = "";

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://graph.facebook.com";

    [Setting(SettingType.Text)]
    public string ApiVersion { get; init; } = "v25.0";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"WhatsApp number {PhoneNumberId}";
}
