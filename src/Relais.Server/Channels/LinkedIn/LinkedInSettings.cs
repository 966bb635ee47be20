namespace Relais.Server.Channels.LinkedIn;

/// <summary>What an administrator copies from LinkedIn's pages to connect one page.</summary>
public sealed record LinkedInSettings
{
    /// <summary>The number in the address of the page's administration.</summary>
    [Setting(SettingType.Text, Required = true)]
    public string OrganizationId { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessToken { get; init; } = "";

    /// <summary>LinkedIn signs with it.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string ClientSecret { get; init; } = "";

    /// <summary>Of the developer application: its events are subscribed for it.</summary>
    [Setting(SettingType.Text, Required = true)]
    public string ApplicationId { get; init; } = "";

    /// <summary>With it LinkedIn tells until when the token is good; empty: nobody warns before it ends.</summary>
    [Setting(SettingType.Text)]
    public string ClientId { get; init; } = "";

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://api.linkedin.com";

    [Setting(SettingType.Text)]
    public string ApiVersion { get; init; } = "202609";

    public string Organization => $"urn:li:organization:{OrganizationId}";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"LinkedIn page {OrganizationId}";
}
