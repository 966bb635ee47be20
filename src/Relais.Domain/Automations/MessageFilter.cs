using Relais.Domain.Routing;
using Relais.Domain.Shared;

namespace Relais.Domain.Automations;

/// <summary>Which messages an automation is for: groups of conditions, joined like the rules of a skill set.</summary>
public sealed record MessageFilter(Joint Joint, IReadOnlyList<ConditionGroup> Groups)
{
    public const int GroupLimit = 10;

    /// <summary>All keywords together.</summary>
    private const int TextLimit = 10_000;

    /// <exception cref="RuleViolation"><c>automation.conditions.required</c>, <c>automation.conditions.too_many</c>, and what a condition refuses.</exception>
    public MessageFilter Checked()
    {
        if (Groups.Count == 0 || Groups.Any(group => group.Conditions.Count == 0))
            throw new RuleViolation("automation.conditions.required", "Give every group at least one condition.");
        if (Groups.Count > GroupLimit || Groups.Any(group => group.Conditions.Count > ConditionGroup.ConditionLimit) || Length > TextLimit)
            throw new RuleViolation(
                "automation.conditions.too_many",
                $"Use at most {GroupLimit} groups of {ConditionGroup.ConditionLimit} conditions, and {TextLimit} characters of keywords.",
                new Dictionary<string, object?> { ["groups"] = GroupLimit, ["conditions"] = ConditionGroup.ConditionLimit, ["length"] = TextLimit });

        foreach (var condition in Groups.SelectMany(group => group.Conditions)) condition.Check();
        return this;
    }

    private int Length => Groups.SelectMany(group => group.Conditions).OfType<Says>().Sum(says => says.Keywords.Length);
}

/// <summary>Conditions that belong together.</summary>
public sealed record ConditionGroup(Joint Joint, IReadOnlyList<Condition> Conditions)
{
    public const int ConditionLimit = 20;
}
