using Microsoft.EntityFrameworkCore;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>A skill set with its rules and the teams it is applied to.</summary>
/// <param name="Complete">False when something a rule named is gone: it matches nothing until it is mended.</param>
public sealed record SkillSetView(
    Guid Id, string Name, bool Enabled, FilterView Filter, IReadOnlyList<Guid> TeamIds, bool Complete, int Version)
{
    public static SkillSetView Of(SkillSet set) =>
        new(set.Id, set.Name, set.IsEnabled, FilterView.Of(set.Filter), set.TeamIds, set.Filter.IsComplete, set.Version);
}

/// <summary>Groups of rules and how they are joined.</summary>
public sealed record FilterView(Joint Joint, IReadOnlyList<FilterGroupView> Groups)
{
    public static FilterView Of(Filter filter) =>
        new(filter.Joint, [.. filter.Groups.Select(group => new FilterGroupView(group.Joint, [.. group.Rules.Select(FilterRuleView.Of)]))]);

    public Filter ToFilter() =>
        new(Joint, [.. (Groups ?? []).Select(group => new FilterGroup(group.Joint, [.. (group.Rules ?? []).Select(rule => rule.ToRule())]))]);
}

public sealed record FilterGroupView(Joint Joint, IReadOnlyList<FilterRuleView> Rules);

/// <summary>One rule.</summary>
/// <param name="Ids">Topics, contact groups or channels.</param>
/// <param name="Words">Languages, or <c>private</c> or <c>public</c>.</param>
/// <param name="WithParts">Whether sub-topics count as the topic; true when left out.</param>
public sealed record FilterRuleView(RuleKind Kind, RuleTest Test, IReadOnlyList<Guid> Ids, IReadOnlyList<string> Words, bool WithParts = true)
{
    public static FilterRuleView Of(FilterRule rule) => new(rule.Kind, rule.Test, rule.Ids, rule.Words, rule.WithParts);

    public FilterRule ToRule() => new(Kind, Test, Ids ?? [], Words ?? [], WithParts);
}

internal static class SkillShelf
{
    /// <exception cref="RuleViolation"><c>skill_set.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, SkillSet set, CancellationToken cancel)
    {
        if (await db.SkillSets.AnyAsync(one => one.Key == set.Key && one.Id != set.Id, cancel))
            throw new RuleViolation("skill_set.name.taken", "Choose a name no other skill set has.");
    }
}
