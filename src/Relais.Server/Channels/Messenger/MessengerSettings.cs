namespace Relais.Server.Channels.Messenger;

/// <summary>What an administrator chooses for a messenger: how it looks, where it may stand and who may write.</summary>
public sealed record MessengerSettings
{
    internal const string SecretAccepted = "accepted";
    internal const string SecretWithPrevious = "withPrevious";
    internal const string SecretRefused = "refused";

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

    /// <summary>Public keys of the site's server, as PEM: those it signs its customers' identity with.</summary>
    [Setting(SettingType.LongText)]
    public string IdentityKeys { get; init; } = "";

    /// <summary>Whether the secret counts besides those keys; while it is replaced, the one before too.</summary>
    [Setting(SettingType.Choice, Options = [SecretAccepted, SecretWithPrevious, SecretRefused])]
    public string SharedSecret { get; init; } = SecretAccepted;

    /// <summary>The site's server may sign its customers' identity with it.</summary>
    [Setting(SettingType.Secret)]
    public string IdentitySecret { get; init; } = "";

    [Setting(SettingType.Secret)]
    public string PreviousSecret { get; init; } = "";

    /// <summary>What anonymous visitors are asked before their first message.</summary>
    [Setting(SettingType.PreChat)]
    public PreChatForm PreChat { get; init; } = new();

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Messenger of {BusinessName}";

    internal IReadOnlyList<string> AcceptedSecrets => SharedSecret switch
    {
        SecretAccepted => [IdentitySecret],
        SecretWithPrevious => [IdentitySecret, PreviousSecret],
        _ => [],
    };
}
