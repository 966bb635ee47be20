namespace Relais.Server.Channels.X;

/// <summary>What an administrator copies from X's developer console to connect one account: none of it runs out.</summary>
public sealed record XSettings
{
    [Setting(SettingType.Secret, Required = true)]
    public string ConsumerKey { get; init; } = "";

    /// <summary>X signs with it.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string ConsumerSecret { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessToken { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string AccessTokenSecret { get; init; } = "";

    /// <summary>Whether mentions and replies come in, too: X bills each.</summary>
    [Setting(SettingType.Bool)]
    public bool InPublic { get; init; } = true;

    /// <summary>Whether what is too long for a post goes out as a chain of posts.</summary>
    [Setting(SettingType.Bool)]
    public bool SplitsPosts { get; init; } = true;

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://api.x.com";

    /// <summary>The account's own id, with which its access token begins; empty where that is not well-formed.</summary>
    internal string OwnId => AccessToken.Split('-')[0] is var id && id.All(char.IsAsciiDigit) ? id : "";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"X account {OwnId}";
}
