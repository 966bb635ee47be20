namespace Relais.Server.Channels.Facebook;

/// <summary>What an administrator copies from Meta's pages to connect one page.</summary>
public sealed record FacebookSettings
{
    [Setting(SettingType.Text, Required = true)]
    public string PageId { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessToken { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AppSecret { get; init; } = "";

    /// <summary>Whether Meta granted the app its feature "Human Agent": seven days to answer instead of one.</summary>
    [Setting(SettingType.Bool)]
    public bool HumanAgent { get; init; }

    /// <summary>Whether what is said in public is brought as well: comments, posts of visitors, mentions, ratings.</summary>
    [Setting(SettingType.Bool)]
    public bool Comments { get; init; } = true;

    [Setting(SettingType.Secret, Generated = true)]
    public string VerifyToken { get; init; } = "";

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://graph.facebook.com";

    [Setting(SettingType.Text)]
    public string ApiVersion { get; init; } = "v25.0";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Facebook page {PageId}";
}
