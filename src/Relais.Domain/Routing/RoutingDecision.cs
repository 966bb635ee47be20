namespace Relais.Domain.Routing;

/// <summary>Where the teams of a conversation come from.</summary>
public enum TeamSource
{
    SkillSets,

    /// <summary>No skill set matched, or none of their teams has the channel.</summary>
    Fallback,

    /// <summary>Nobody was named: every team with the channel.</summary>
    Everyone,
}

/// <summary>Which teams a conversation is for and how urgent it is, with the reasons as they were at the time: names are kept,
/// so that an explanation stays true when rules change.</summary>
public sealed record RoutingDecision(
    TeamSource Source,
    IReadOnlyList<Named> Teams,
    IReadOnlyList<MatchedSkillSet> SkillSets,
    int Score,
    IReadOnlyList<MatchedPriority> Priorities);

/// <summary>Something as it was called when it mattered.</summary>
public sealed record Named(Guid Id, string Name);

/// <summary>A skill set that matched, and why.</summary>
/// <param name="TeamsWithoutChannel">Teams it names that cannot see the channel, and so got nothing.</param>
public sealed record MatchedSkillSet(
    Guid Id, string Name, IReadOnlyList<HeldRule> Because, IReadOnlyList<Named> Teams, IReadOnlyList<Named> TeamsWithoutChannel);

/// <summary>A rule that held, with the names of what it compares with.</summary>
public sealed record HeldRule(RuleKind Kind, RuleTest Test, IReadOnlyList<string> Values);

/// <summary>What made a conversation more urgent.</summary>
public sealed record MatchedPriority(PriorityKind Kind, Guid Id, string Name, int Weight);
