using Relais.Domain.Shared;

namespace Relais.Domain.Routing;

/// <summary>What a rule looks at.</summary>
public enum RuleKind
{
    Topic,
    ContactGroup,

    /// <summary><c>private</c> or <c>public</c>.</summary>
    Visibility,
    Channel,

    /// <summary>The contact's language, for instance <c>fr</c>.</summary>
    Language,
}

/// <summary>How a rule compares.</summary>
public enum RuleTest
{
    AnyOf,
    AllOf,
    NoneOf,

    /// <summary>There is none at all: no topic, no contact group, no known language.</summary>
    Absent,
}

/// <summary>One question about a conversation.</summary>
/// <param name="Ids">The topics, contact groups or channels it is about.</param>
/// <param name="Words">The languages, or the visibility.</param>
/// <param name="WithParts">Whether a topic's parts count as the topic itself.</param>
public sealed record FilterRule(
    RuleKind Kind, RuleTest Test, IReadOnlyList<Guid> Ids, IReadOnlyList<string> Words, bool WithParts = true)
{
    private const int ValueLimit = 100;

    /// <summary>False once everything it named is gone: then it matches nothing.</summary>
    public bool IsComplete => Test == RuleTest.Absent || Ids.Count + Words.Count > 0;

    private bool HasWords => Kind is RuleKind.Visibility or RuleKind.Language;

    /// <exception cref="RuleViolation"><c>filter.rule.incomplete</c>, <c>filter.rule.test</c>.</exception>
    public void Check()
    {
        var isKnown = Kind switch
        {
            RuleKind.Topic or RuleKind.ContactGroup => true,
            RuleKind.Language => Test != RuleTest.AllOf,
            RuleKind.Channel => Test is RuleTest.AnyOf or RuleTest.NoneOf,
            _ => Test == RuleTest.AnyOf,
        };
        if (!isKnown) throw new RuleViolation("filter.rule.test", "This comparison does not fit what the rule looks at.");

        var values = HasWords ? Words.Count : Ids.Count;
        if (Test != RuleTest.Absent && values is 0 or > ValueLimit)
            throw new RuleViolation("filter.rule.incomplete", "Choose what the rule compares with.");
    }

    public bool Matches(Subject subject) => IsComplete && Kind switch
    {
        RuleKind.Topic => Compare(Ids, WithParts ? subject.TopicsAndAbove : subject.Topics),
        RuleKind.ContactGroup => Compare(Ids, subject.Groups),
        RuleKind.Channel => Ids.Contains(subject.ChannelId) == (Test == RuleTest.AnyOf),
        RuleKind.Visibility => Words.Contains(subject.VisibilityWord, StringComparer.OrdinalIgnoreCase),
        _ => Speaks(subject.Language),
    };

    internal FilterRule Replace(Guid gone, Guid? instead) =>
        Ids.Contains(gone) ? this with { Ids = [.. Ids.Select(id => id == gone ? instead : id).OfType<Guid>().Distinct()] } : this;

    private bool Compare(IReadOnlyList<Guid> wanted, IReadOnlySet<Guid> has) => Test switch
    {
        RuleTest.AnyOf => wanted.Any(has.Contains),
        RuleTest.AllOf => wanted.All(has.Contains),
        RuleTest.NoneOf => !wanted.Any(has.Contains),
        _ => has.Count == 0,
    };

    private bool Speaks(string? language) => Test switch
    {
        RuleTest.AnyOf => language is not null && Words.Contains(language, StringComparer.OrdinalIgnoreCase),
        RuleTest.NoneOf => language is null || !Words.Contains(language, StringComparer.OrdinalIgnoreCase),
        _ => language is null,
    };
}
