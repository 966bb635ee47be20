namespace Relais.Server.Persistence.Rows;

public enum OutboxState
{
    Queued,

    /// <summary>Somebody is handing it over; when the lease lapses, nobody knows how that ended.</summary>
    Claimed,

    /// <summary>It may have been sent: ask the provider before anything else.</summary>
    Unknown,
}

/// <summary>An answer on its way out. Gone once the provider took or refused it. A thread is a lane: one at a time, in order.</summary>
public sealed class OutboxRow
{
    public Guid MessageId { get; init; }

    public Guid OrganisationId { get; init; }

    public Guid ChannelId { get; init; }

    public Guid ThreadId { get; init; }

    public OutboxState State { get; set; }

    public int Attempt { get; set; }

    /// <summary>Not before: the time to undo, or what the provider asked for.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
