namespace Relais.Server.Channels.Messenger;

/// <summary>What an administrator chooses for a messenger: how it looks, where it may stand and who may write.</summary>
public sealed record MessengerSettings
{
    [Setting(SettingType.Text, Required = true)]
    public string BusinessName { get; init; } = "";

    /// <summary>Empty = the widget's own words, in the visitor's language.</summary>
    [Setting(SettingType.Text)]
    public string Greeting { get; init; } = "";

    [Setting(SettingType.Choice, Options = ["auto", "fr", "en"])]
    public string Language { get; init; } = "auto";

    [Setting(SettingType.Color)]
    public string BrandColor { get; init; } = "#3b3486";

    [Setting(SettingType.Color)]
    public string ConversationColor { get; init; } = "#4b42a8";

    [Setting(SettingType.Color)]
    public string ActionColor { get; init; } = "#4b42a8";

    /// <summary>Origins such as <c>https://shop.example</c> or <c>https://*.shop.example</c>, apart by spaces, commas or
    /// lines. Empty = any site.</summary>
    [Setting(SettingType.Text)]
    public string AllowedOrigins { get; init; } = "";

    [Setting(SettingType.Bool)]
    public bool FileUpload { get; init; } = true;

    /// <summary>Whether only customers the site has signed in may write.</summary>
    [Setting(SettingType.Bool)]
    public bool RequireIdentity { get; init; }

    /// <summary>The site's server signs its customers' identity with it.</summary>
    [Setting(SettingType.Secret)]
    public string IdentitySecret { get; init; } = "";
}
