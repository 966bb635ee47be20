namespace Relais.Domain.People;

/// <summary>When the organisation takes conversations away from somebody who is not there.</summary>
public enum RemoveAssignment
{
    /// <summary>What is assigned stays assigned.</summary>
    Never,

    /// <summary>When the agent has signed out or lost the line.</summary>
    Offline,

    /// <summary>Also when the agent says to be away.</summary>
    AwayOrOffline,
}

/// <summary>Why an assignment ended although nobody ended it.</summary>
public enum ReleaseReason
{
    AgentOffline,
    AgentAway,
}

/// <summary>That a member cannot look after what is New, and since when.</summary>
public sealed record Absence(Guid MemberId, ReleaseReason Reason, DateTimeOffset Since)
{
    /// <summary>Time to change one's mind: so long after choosing Away nothing New is taken away yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Null when the organisation's choice leaves him what he has.</summary>
    /// <param name="member">Whose absence.</param>
    /// <param name="option">What the organisation chose.</param>
    /// <param name="current">The status he is here in; null while he is offline.</param>
    /// <param name="awaySince">Since when he has not been available; null when he never was here.</param>
    public static Absence? Of(Member member, RemoveAssignment option, StatusSpan? current, DateTimeOffset? awaySince)
    {
        // Who was disabled will not come back for it, whatever was chosen.
        if (member.Status == MemberStatus.Disabled) return new Absence(member.Id, ReleaseReason.AgentOffline, DateTimeOffset.MaxValue);
        if (option == RemoveAssignment.Never || awaySince is not { } since) return null;
        if (current is null) return new Absence(member.Id, ReleaseReason.AgentOffline, since);

        return current.Availability == Availability.Away && option == RemoveAssignment.AwayOrOffline
            ? new Absence(member.Id, ReleaseReason.AgentAway, since)
            : null;
    }

    /// <summary>Whether the time to change one's mind is over. Offline has had its grace already.</summary>
    public bool IsSettledAt(DateTimeOffset at) => Reason == ReleaseReason.AgentOffline || Since + Patience <= at;
}
