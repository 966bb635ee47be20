namespace Relais.Server.Persistence.Rows;

public enum JournalState
{
    Waiting,
    Done,

    /// <summary>Broke its reader three times: kept with its bytes until an administrator replays or drops it.</summary>
    Quarantined,
}

/// <summary>One accepted call at a channel's door, as it came. Written and synced before the 2xx.</summary>
public sealed class JournalRow
{
    /// <summary>Counts up in the order of arrival.</summary>
    public long Id { get; init; }

    public Guid OrganisationId { get; init; }

    public Guid ChannelId { get; init; }

    /// <summary>Unique in the channel, for ever: providers repeat themselves for a week.</summary>
    public string Key { get; init; } = "";

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null once it was read and its retention has passed.</summary>
    public byte[]? Body { get; set; }

    public JournalState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not to be read before.</summary>
    public DateTimeOffset DueAt { get; set; }

    public string? Error { get; set; }
}
