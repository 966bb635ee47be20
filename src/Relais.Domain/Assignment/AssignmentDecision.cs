namespace Relais.Domain.Assignment;

/// <summary>Why this member and no other.</summary>
public enum AssignmentReason
{
    /// <summary>Nobody could be given it.</summary>
    Nobody,

    /// <summary>Answered this contact within the last day.</summary>
    LastAgent,

    /// <summary>Has the least to do, measured by the limit.</summary>
    LeastLoaded,

    /// <summary>Has as little to do as another, and has been given nothing for longest.</summary>
    LongestIdle,
}

/// <summary>Who was given a conversation, why, and who else was looked at: kept as it was, names included.</summary>
/// <param name="MemberId">Null when nobody could be given it.</param>
/// <param name="Crews">The teams that could be given it, at most <see cref="CrewsShown"/>.</param>
/// <param name="Agents">Their members, at most <see cref="AgentsShown"/>; the chosen one first.</param>
public sealed record AssignmentDecision(
    Guid ConversationId, Guid? MemberId, AssignmentReason Reason, IReadOnlyList<CrewStanding> Crews, IReadOnlyList<AgentStanding> Agents)
{
    public const int AgentsShown = 20;
    public const int CrewsShown = 20;
}

/// <summary>How many members of a team stood how.</summary>
public sealed record CrewStanding(Guid TeamId, string Name, int Free, int Full, int Away, int Offline, int MayNotAnswer);

/// <summary>How one member stood before the decision.</summary>
public readonly record struct AgentStanding(Guid MemberId, string Name, Standing Standing, int Load, int Limit);
