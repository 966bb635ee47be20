using System.Text.RegularExpressions;
using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>Where an attribute comes from.</summary>
public enum AttributeKind
{
    /// <summary>Built in; agents may correct it.</summary>
    Default,

    /// <summary>Filled by the channel, read-only.</summary>
    Medium,

    /// <summary>Made by an administrator.</summary>
    Own,
}

/// <summary>One fact that may be known of contacts, for instance « Fidélité »: how it is called, read, shown and who may write it.</summary>
public sealed partial class ContactAttribute : Entity
{
    public const int NameLimit = 80;
    public const int AliasLimit = 60;
    public const int ValueLimit = 2048;
    public const int MostChoices = 100;

    private ContactAttribute()
    {
    }

    private ContactAttribute(Guid organisationId, BuiltInAttribute built, int order)
    {
        OrganisationId = organisationId;
        (Alias, Kind, Format, IsOn, IsPersonal) = (built.Alias, built.Kind, built.Format, built.IsOn, built.IsPersonal);
        AgentsMayEdit = built.Kind == AttributeKind.Default;
        Order = order;
        Touch();
    }

    /// <exception cref="RuleViolation"><c>attribute.alias.invalid</c>, <c>attribute.choices.required</c>, <c>attribute.choices.too_many</c>.</exception>
    public ContactAttribute(Guid organisationId, AttributeDraft draft, int order, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        Kind = AttributeKind.Own;
        IsOn = true;
        Order = order;
        Alias = Texts.Required(draft.Alias, AliasLimit, "attribute.alias");
        if (!AliasPattern().IsMatch(Alias))
            throw new RuleViolation("attribute.alias.invalid", "Write the alias with letters, digits and underscores only.");

        Format = draft.Format;
        Take(draft.Settings);
        Record(new ContactAttributeChanged(Alias, by, at));
    }

    /// <summary>The key rules and interfaces know it by; it never changes.</summary>
    public string Alias { get; private init; } = "";

    /// <summary>Null for built-in ones, whose name is a text of the screens.</summary>
    public string? Name { get; private set; }

    public AttributeKind Kind { get; private init; }

    public AttributeFormat Format { get; private init; }

    /// <summary>What a choice may be; empty for other formats.</summary>
    public IReadOnlyList<string> Choices { get; private set; } = [];

    /// <summary>Only the customer file changes it.</summary>
    public bool ManagedByCrm { get; private set; }

    /// <summary>The customer file is searched with it.</summary>
    public bool IsLookup { get; private set; }

    public bool AgentsMayEdit { get; private set; }

    /// <summary>Whether it is masked in exports and cleared with the person's data.</summary>
    public bool IsPersonal { get; private set; }

    /// <summary>Off: hidden from agents, not offered to rules, and nothing new is learned. What is known stays.</summary>
    public bool IsOn { get; private set; }

    /// <summary>It is being deleted: no longer there for anybody, until it is gone from every contact.</summary>
    public bool IsRemoved { get; private set; }

    public int Order { get; private set; }

    public static ContactAttribute BuiltIn(Guid organisationId, BuiltInAttribute built, int order) => new(organisationId, built, order);

    public void Change(AttributeSettings settings, Actor by, DateTimeOffset at)
    {
        if (Kind != AttributeKind.Own) throw new RuleViolation("attribute.built_in", "Turn a built-in attribute on or off; the rest is fixed.");

        Take(settings);
        Record(new ContactAttributeChanged(Alias, by, at));
    }

    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsOn == on) return;

        IsOn = on;
        Record(new ContactAttributeChanged(Alias, by, at));
    }

    public void Place(int order, Actor by, DateTimeOffset at)
    {
        if (Order == order) return;

        Order = order;
        Record(new ContactAttributeChanged(Alias, by, at));
    }

    public void Remove(Actor by, DateTimeOffset at)
    {
        if (Kind != AttributeKind.Own) throw new RuleViolation("attribute.built_in", "Turn a built-in attribute on or off; the rest is fixed.");

        IsRemoved = true;
        Record(new ContactAttributeChanged(Alias, by, at));
    }

    /// <returns>The value as it is kept; null for an empty text.</returns>
    /// <exception cref="RuleViolation"><c>attribute.value.invalid</c>, <c>attribute.value.too_long</c>.</exception>
    public string? Read(string? text)
    {
        if (Texts.Optional(text, ValueLimit, "attribute.value") is not { } written) return null;

        return Format.Read(written, Choices) ?? throw new RuleViolation(
            "attribute.value.invalid", $"Write a value of the format {Format}.", new Dictionary<string, object?> { ["value"] = written });
    }

    /// <exception cref="RuleViolation"><c>attribute.read_only</c>.</exception>
    public void RefuseAgents()
    {
        if (Kind == AttributeKind.Medium || ManagedByCrm || !AgentsMayEdit)
            throw new RuleViolation("attribute.read_only", "This attribute is filled by the channel or the customer file, not by hand.");
    }

    private void Take(AttributeSettings settings)
    {
        Name = Texts.Required(settings.Name, NameLimit, "attribute.name");
        Choices = Format == AttributeFormat.Choice ? ChoicesOf(settings.Choices ?? []) : [];
        ManagedByCrm = settings.ManagedByCrm;
        IsLookup = settings.IsLookup;
        IsPersonal = settings.IsPersonal;
        AgentsMayEdit = settings.AgentsMayEdit ?? !settings.ManagedByCrm;
    }

    private static string[] ChoicesOf(IReadOnlyList<string> written)
    {
        string[] choices =
        [
            .. written.Select(one => Texts.Optional(one, NameLimit, "attribute.choice")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return choices.Length switch
        {
            0 => throw new RuleViolation("attribute.choices.required", "Write at least one choice."),
            > MostChoices => throw new RuleViolation(
                "attribute.choices.too_many", $"Write at most {MostChoices} choices.", new Dictionary<string, object?> { ["limit"] = MostChoices }),
            _ => choices,
        };
    }

    [GeneratedRegex("^[a-zA-Z0-9_]+\\z", RegexOptions.NonBacktracking)]
    private static partial Regex AliasPattern();
}

/// <summary>What an administrator may change of his attribute at any time.</summary>
/// <param name="AgentsMayEdit">Left out: yes, unless the customer file manages it.</param>
public sealed record AttributeSettings(
    string Name,
    IReadOnlyList<string>? Choices = null,
    bool ManagedByCrm = false,
    bool IsLookup = false,
    bool? AgentsMayEdit = null,
    bool IsPersonal = false);

/// <summary>A new attribute: alias and format stay as they are from then on.</summary>
public sealed record AttributeDraft(string Alias, AttributeFormat Format, AttributeSettings Settings);

/// <summary>An attribute was made, changed, turned on or off, moved or deleted.</summary>
public sealed record ContactAttributeChanged(string Alias, Actor By, DateTimeOffset At) : DomainEvent(By, At);
