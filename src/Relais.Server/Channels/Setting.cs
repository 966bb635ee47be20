namespace Relais.Server.Channels;

/// <summary>How a setting is drawn in the connect form and treated in the API.</summary>
public enum SettingType
{
    Text,

    /// <summary>Write-only: the API tells only whether it is set.</summary>
    Secret,
    Url,
    Bool,
    Number,
    Choice,
    Color,
}

/// <summary>Marks a property of a kind's settings record as a field of the connect form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(SettingType type) : Attribute
{
    public SettingType Type { get; } = type;

    public bool Required { get; init; }

    /// <summary>What a choice offers.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Chosen by Relais (<see cref="ChannelKind.Complete"/>); not in the form.</summary>
    public bool Generated { get; init; }
}
