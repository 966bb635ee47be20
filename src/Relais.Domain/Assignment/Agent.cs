namespace Relais.Domain.Assignment;

/// <summary>Whether a member can be given a conversation at this instant, and if not, why.</summary>
public enum Standing
{
    /// <summary>Here, available, and below the limit.</summary>
    Free,

    /// <summary>Has as many as the limit allows.</summary>
    Full,

    /// <summary>Here, but away.</summary>
    Away,
    Offline,

    /// <summary>Reads along only.</summary>
    MayNotAnswer,
}

/// <summary>A member as the assignment sees him at one instant.</summary>
/// <param name="Hindrance">Why nothing can be given to him, whatever his load; null when he is here and may answer.</param>
/// <param name="Limit">The highest of his teams'.</param>
/// <param name="Load">How many he has that count.</param>
/// <param name="LastGivenAt">When he was last given one; null = never.</param>
/// <param name="TeamIds">Those of his teams that give work.</param>
public sealed record Agent(
    Guid Id, string Name, Standing? Hindrance, int Limit, int Load, DateTimeOffset? LastGivenAt, IReadOnlyList<Guid> TeamIds);

/// <summary>A team that gives work to its members.</summary>
/// <param name="ChannelIds">The channels that are open to it.</param>
public sealed record Crew(Guid Id, string Name, IReadOnlySet<Guid> ChannelIds);

/// <summary>A New conversation nobody has.</summary>
/// <param name="TeamIds">To which teams it is routed; none = to every team with its channel.</param>
/// <param name="LastAgentId">Who last answered this contact, within a day.</param>
public sealed record WaitingConversation(Guid Id, Guid ChannelId, IReadOnlyList<Guid> TeamIds, Guid? LastAgentId);
