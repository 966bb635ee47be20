namespace Relais.Server.Channels;

/// <summary>How a setting is drawn in the connect form and treated in the API.</summary>
public enum SettingType
{
    Text,

    /// <summary>Several lines, for instance keys.</summary>
    LongText,

    /// <summary>Write-only: the API tells only whether it is set.</summary>
    Secret,
    Url,
    Bool,
    Number,
    Choice,
    Color,

    /// <summary>What visitors are asked first: a <see cref="PreChatForm"/>, with a part of the page of its own.</summary>
    PreChat,
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
