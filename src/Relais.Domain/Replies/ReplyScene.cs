using System.Globalization;
using Relais.Domain.Contacts;
using Relais.Domain.People;

namespace Relais.Domain.Replies;

/// <summary>What the placeholders of a reply may name: who writes to whom, where, about which conversation.</summary>
/// <param name="Agent">Who writes; null when it is no person.</param>
/// <param name="Number">What people call the conversation.</param>
/// <param name="Attributes">What may be known of contacts.</param>
/// <param name="Language">In which dates and numbers are written.</param>
public sealed record ReplyScene(Contact Contact, Member? Agent, string Channel, int Number, AttributeBook Attributes, string Language)
{
    private const string OfContact = "contact.";

    /// <summary>Null when it is not known.</summary>
    public string? ValueOf(string placeholder) => placeholder.ToLowerInvariant() switch
    {
        "contact.name" => Contact.Name,
        "contact.first_name" => Known("first_name") ?? FirstOf(Contact.Name),
        "contact.last_name" => Known("last_name") ?? RestOf(Contact.Name),
        "agent.name" => Agent?.Name,
        "agent.first_name" => FirstOf(Agent?.Name),
        "agent.last_name" => RestOf(Agent?.Name),
        "agent.short_code" => Agent?.ShortCode,
        "channel.name" => Channel,
        "conversation.id" => Number.ToString(CultureInfo.InvariantCulture),
        _ => placeholder.StartsWith(OfContact, StringComparison.OrdinalIgnoreCase) ? Known(placeholder[OfContact.Length..]) : null,
    };

    private string? Known(string alias) =>
        Attributes.Find(alias) is { IsOn: true } attribute && Contact.Shown(alias)?.Value is { } value ? Written(attribute.Format, value) : null;

    /// <summary>As a customer reads it.</summary>
    private string Written(AttributeFormat format, string value)
    {
        var culture = CultureInfo.GetCultureInfo(Language);
        return format switch
        {
            AttributeFormat.Date when AttributeFormats.DayIn(value) is { } day => day.ToString("D", culture),
            AttributeFormat.Number when AttributeFormats.NumberIn(value) is { } number => number.ToString("#,0.##########", culture),
            AttributeFormat.YesNo when culture.TwoLetterISOLanguageName == "fr" => value == "yes" ? "oui" : "non",
            _ => value,
        };
    }

    private static string? FirstOf(string? name) => name?.Split(' ', 2)[0];

    private static string? RestOf(string? name) => name?.Split(' ', 2) is [_, var rest] ? rest : null;
}
