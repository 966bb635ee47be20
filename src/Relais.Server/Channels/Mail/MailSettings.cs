using System.Text.Json.Serialization;

namespace Relais.Server.Channels.Mail;

/// <summary>What an administrator fills in to connect one mailbox.</summary>
public sealed record MailSettings
{
    public const string WithPassword = "password";
    public const string WithGoogle = "google";
    public const string WithMicrosoft = "microsoft";
    public const string AsMicrosoftApp = "microsoftApp";
    public const string WithOAuth = "oauth";
    public const string Tls = "tls";
    public const string StartTls = "startTls";
    public const string Plain = "none";
    public const string Leave = "leave";
    public const string Move = "move";

    [Setting(SettingType.Text, Required = true)]
    public string Address { get; init; } = "";

    [Setting(SettingType.Text)]
    public string DisplayName { get; init; } = "";

    [Setting(SettingType.Text, Required = true)]
    public string ImapHost { get; init; } = "";

    [Setting(SettingType.Number)]
    public int ImapPort { get; init; } = 993;

    [Setting(SettingType.Choice, Options = [Tls, StartTls, Plain])]
    public string ImapSecurity { get; init; } = Tls;

    [Setting(SettingType.Text, Required = true)]
    public string SmtpHost { get; init; } = "";

    [Setting(SettingType.Number)]
    public int SmtpPort { get; init; } = 587;

    [Setting(SettingType.Choice, Options = [StartTls, Tls, Plain])]
    public string SmtpSecurity { get; init; } = StartTls;

    [Setting(SettingType.Text)]
    public string User { get; init; } = "";

    [Setting(SettingType.Choice, Options = [WithPassword, WithGoogle, WithMicrosoft, AsMicrosoftApp, WithOAuth])]
    public string SignIn { get; init; } = WithPassword;

    [Setting(SettingType.Secret)]
    public string Password { get; init; } = "";

    [Setting(SettingType.Text)]
    public string ClientId { get; init; } = "";

    [Setting(SettingType.Secret)]
    public string ClientSecret { get; init; } = "";

    [Setting(SettingType.Secret)]
    public string RefreshToken { get; init; } = "";

    /// <summary>Microsoft's name for the organisation, in the address of its tokens.</summary>
    [Setting(SettingType.Text)]
    public string Tenant { get; init; } = "";

    /// <summary>Where tokens come from; filled in for Google and Microsoft unless it is another.</summary>
    [Setting(SettingType.Url)]
    public string TokenUrl { get; init; } = "";

    [Setting(SettingType.Text)]
    public string Folder { get; init; } = "INBOX";

    [Setting(SettingType.Choice, Options = [Leave, Move])]
    public string AfterReading { get; init; } = Leave;

    [Setting(SettingType.Text)]
    public string MoveTo { get; init; } = "";

    [Setting(SettingType.LongText)]
    public string Signature { get; init; } = "";

    /// <summary>The name our own incoming server gives itself in <c>Authentication-Results</c>: only its word on a sender counts.</summary>
    [Setting(SettingType.Text)]
    public string TrustedServer { get; init; } = "";

    /// <summary>Seals our message ids, so that nobody can make one.</summary>
    [Setting(SettingType.Secret, Generated = true)]
    public string IdSecret { get; init; } = "";

    [JsonIgnore]
    public string Account => User.Length > 0 ? User : Address;

    [JsonIgnore]
    public string SenderName => DisplayName.Length > 0 ? DisplayName : Address;

    [JsonIgnore]
    public string Domain => Address.Split('@') is [_, { Length: > 0 } domain] ? domain : "relais.invalid";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Mailbox {Address}";
}
