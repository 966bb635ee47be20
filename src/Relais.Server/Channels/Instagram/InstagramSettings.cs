namespace Relais.Server.Channels.Instagram;

/// <summary>What an administrator copies from Meta's pages to connect one professional account.</summary>
public sealed record InstagramSettings
{
    /// <summary>The account signed in itself: its own token, at Instagram's own API.</summary>
    internal const string Account = "account";

    /// <summary>The account is reached through the page it is linked to.</summary>
    internal const string Page = "page";

    private const string AccountApi = "https://graph.instagram.com";
    private const string PageApi = "https://graph.facebook.com";

    [Setting(SettingType.Choice, Options = [Account, Page])]
    public string Login { get; init; } = Account;

    [Setting(SettingType.Text, Required = true)]
    public string AccountId { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessToken { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AppSecret { get; init; } = "";

    /// <summary>Whether Meta granted the app its feature "Human Agent": seven days to answer instead of one.</summary>
    [Setting(SettingType.Bool)]
    public bool HumanAgent { get; init; }

    /// <summary>Whether comments under the account's posts, and where others mention it, are brought as well.</summary>
    [Setting(SettingType.Bool)]
    public bool Comments { get; init; } = true;

    [Setting(SettingType.Secret, Generated = true)]
    public string VerifyToken { get; init; } = "";

    /// <summary>Empty: the one of the login.</summary>
    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "";

    [Setting(SettingType.Text)]
    public string ApiVersion { get; init; } = "v25.0";

    internal bool IsByPage => Login == Page;

    /// <summary>Where the account is mentioned Meta tells only who comes by its page.</summary>
    internal bool Mentions => Comments && IsByPage;

    internal string Api => ApiUrl.Length > 0 ? ApiUrl : IsByPage ? PageApi : AccountApi;

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Instagram account {AccountId}";
}
