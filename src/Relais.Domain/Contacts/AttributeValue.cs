namespace Relais.Domain.Contacts;

/// <summary>Who said it. The first of these that has a value is shown.</summary>
public enum AttributeSource
{
    /// <summary>The customer file, confirmed.</summary>
    CrmConfirmed,
    Agent,
    VirtualAgent,
    AutoResponder,
    Import,
    System,

    /// <summary>The channel: what the provider or the site tells of the person.</summary>
    Medium,
}

/// <summary>What one source says of one attribute of a contact. What was deleted keeps its times, without the value.</summary>
public sealed record AttributeValue(
    string Alias, string? Value, AttributeSource Source, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
