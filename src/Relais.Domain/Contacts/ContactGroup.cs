using Relais.Domain.Shared;

namespace Relais.Domain.Contacts;

/// <summary>Whether all rules of a group must hold, or one of them.</summary>
public enum GroupMatch
{
    All,
    Any,
}

/// <summary>
/// Contacts who have something in common, for instance « Premier »: to route and to prioritise by. Who belongs to it follows
/// from its rules and from nothing else.
/// </summary>
public sealed class ContactGroup : Entity
{
    public const int NameLimit = 80;
    public const int MostRules = 20;

    private ContactGroup()
    {
    }

    public ContactGroup(Guid organisationId, GroupDraft draft, AttributeBook attributes, Actor by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        CreatedAt = at;
        Change(draft, attributes, by, at);
    }

    public string Name { get; private set; } = "";

    public GroupMatch Match { get; private set; }

    public IReadOnlyList<GroupRule> Rules { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Whether every contact has been looked at since the rules changed.</summary>
    public bool IsCounted { get; private set; }

    /// <exception cref="RuleViolation"><c>group.rules.required</c>, <c>group.rules.too_many</c>, or what is wrong with a rule.</exception>
    public void Change(GroupDraft draft, AttributeBook attributes, Actor by, DateTimeOffset at)
    {
        Name = Texts.Required(draft.Name, NameLimit, "group.name");
        Match = draft.Match;
        Rules = draft.RulesFor(attributes);
        IsCounted = false;
        Record(new ContactGroupChanged(Id, by, at));
    }

    /// <summary>Every contact has been looked at: who belongs to it is complete.</summary>
    public void Complete(DateTimeOffset at)
    {
        if (IsCounted) return;

        IsCounted = true;
        Record(new ContactGroupChanged(Id, Actor.System, at));
    }

    /// <summary>The last thing said of a group before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(new ContactGroupChanged(Id, by, at));
}

/// <summary>A group as an administrator writes it down.</summary>
public sealed record GroupDraft(string Name, GroupMatch Match, IReadOnlyList<GroupRule> Rules)
{
    /// <summary>The rules as they are kept: each checked, its values in the format of its attribute.</summary>
    public IReadOnlyList<GroupRule> RulesFor(AttributeBook attributes) => (Rules ?? []).OfType<GroupRule>().ToList() switch
    {
        [] => throw new RuleViolation("group.rules.required", "Add at least one rule."),
        { Count: > ContactGroup.MostRules } => throw new RuleViolation(
            "group.rules.too_many",
            $"Use at most {ContactGroup.MostRules} rules.",
            new Dictionary<string, object?> { ["limit"] = ContactGroup.MostRules }),
        var rules => [.. rules.Select(rule => rule.Checked(attributes))],
    };
}

/// <summary>A group was made, got other rules, was counted or deleted.</summary>
public sealed record ContactGroupChanged(Guid GroupId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
