namespace Relais.Server.Persistence.Rows;

public enum AbsenceNotice
{
    /// <summary>Somebody gave it to him while he was out: it waited for him.</summary>
    Kept,

    /// <summary>It was his, and went back to the queue because he was out.</summary>
    Released,
}

/// <summary>What a member is told when he is back. Gone once he has read it.</summary>
public sealed class AbsenceNoticeRow
{
    public Guid MemberId { get; init; }

    public Guid ConversationId { get; init; }

    public Guid OrganisationId { get; init; }

    public AbsenceNotice Kind { get; init; }

    public DateTimeOffset At { get; init; }
}
