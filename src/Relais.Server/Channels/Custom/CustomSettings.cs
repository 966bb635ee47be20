namespace Relais.Server.Channels.Custom;

/// <summary>What an administrator agrees on with the system at the other end.</summary>
public sealed record CustomSettings
{
    /// <summary>Where answers are posted. Empty = the other side collects them.</summary>
    [Setting(SettingType.Url)]
    public string WebhookUrl { get; init; } = "";

    /// <summary>What the other side shows at our doors. Chosen by Relais when left empty.</summary>
    [Setting(SettingType.Secret)]
    public string Token { get; init; } = "";

    /// <summary>What both sides sign with. Chosen by Relais when left empty.</summary>
    [Setting(SettingType.Secret)]
    public string SigningSecret { get; init; } = "";

    /// <summary>The secret before, while it is being replaced: still accepted, and our calls are signed with both.</summary>
    [Setting(SettingType.Secret)]
    public string PreviousSecret { get; init; } = "";

    /// <summary>Whether the token alone is not enough to write.</summary>
    [Setting(SettingType.Bool)]
    public bool RequireSignature { get; init; }

    /// <summary>What the other side says it can do; null until it did.</summary>
    public CustomAbilities? Abilities { get; init; }

    /// <summary>Without secrets, should it ever be written to a log.</summary>
    public override string ToString() => $"Custom channel {WebhookUrl}".TrimEnd();

    internal IEnumerable<string> Secrets => new[] { SigningSecret, PreviousSecret }.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal);
}
