namespace Relais.Server.Channels.Line;

/// <summary>What an administrator copies from the LINE Developers console to connect one official account.</summary>
public sealed record LineSettings
{
    /// <summary>LINE signs with it.</summary>
    [Setting(SettingType.Secret, Required = true)]
    public string ChannelSecret { get; init; } = "";

    [Setting(SettingType.Secret, Required = true)]
    public string ChannelAccessToken { get; init; } = "";

    [Setting(SettingType.Bool)]
    public bool ShowsAgent { get; init; }

    [Setting(SettingType.Url)]
    public string ApiUrl { get; init; } = "https://api.line.me";

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => "LINE official account";
}
