using Relais.Domain.Shared;

namespace Relais.Domain.Routing;

/// <summary>How several rules, or several groups of rules, are joined.</summary>
public enum Joint
{
    All,
    Any,
}

/// <summary>Which conversations a skill set is for: groups of rules, read from left to right.</summary>
public sealed record Filter(Joint Joint, IReadOnlyList<FilterGroup> Groups)
{
    public const int GroupLimit = 10;

    public bool IsComplete => Groups.All(group => group.Rules.All(rule => rule.IsComplete));

    /// <exception cref="RuleViolation"><c>filter.empty</c>, <c>filter.too_large</c>, and what a rule refuses.</exception>
    public Filter Checked()
    {
        if (Groups.Count == 0 || Groups.Any(group => group.Rules.Count == 0))
            throw new RuleViolation("filter.empty", "Give every group of rules at least one rule.");
        if (Groups.Count > GroupLimit || Groups.Any(group => group.Rules.Count > FilterGroup.RuleLimit))
            throw new RuleViolation(
                "filter.too_large",
                $"Use at most {GroupLimit} groups of {FilterGroup.RuleLimit} rules.",
                new Dictionary<string, object?> { ["groups"] = GroupLimit, ["rules"] = FilterGroup.RuleLimit });

        foreach (var rule in Groups.SelectMany(group => group.Rules)) rule.Check();
        return this;
    }

    public bool Matches(Subject subject) => Joint == Joint.All
        ? Groups.All(group => group.Matches(subject))
        : Groups.Any(group => group.Matches(subject));

    /// <summary>The rules that held, in reading order: why it matched.</summary>
    public IEnumerable<FilterRule> Held(Subject subject) =>
        Groups.Where(group => group.Matches(subject)).SelectMany(group => group.Rules).Where(rule => rule.Matches(subject));

    /// <summary>Without a topic, group or channel that is gone, or with another in its place.</summary>
    public Filter Replace(Guid gone, Guid? instead) =>
        this with { Groups = [.. Groups.Select(group => group with { Rules = [.. group.Rules.Select(rule => rule.Replace(gone, instead))] })] };
}

/// <summary>A set of rules that belong together.</summary>
public sealed record FilterGroup(Joint Joint, IReadOnlyList<FilterRule> Rules)
{
    public const int RuleLimit = 20;

    public bool Matches(Subject subject) => Joint == Joint.All
        ? Rules.All(rule => rule.Matches(subject))
        : Rules.Any(rule => rule.Matches(subject));
}
