namespace Relais.Server.Persistence.Rows;

/// <summary>Counts up within an organisation without gaps: <c>events</c> and <c>conversations</c>.</summary>
public sealed class SequenceRow
{
    public Guid OrganisationId { get; init; }

    public string Name { get; init; } = "";

    public long Value { get; init; }
}

/// <summary>How many conversations stand at one place of the queues. Kept, not counted.</summary>
public sealed class QueueCountRow
{
    public Guid OrganisationId { get; init; }

    public Guid ChannelId { get; init; }

    public Relais.Domain.Conversations.ConversationState State { get; init; }

    /// <summary><see cref="Guid.Empty"/> = nobody.</summary>
    public Guid AssigneeId { get; init; }

    public int Count { get; init; }
}

/// <summary>Something small a channel kind must remember.</summary>
public sealed class ChannelStateRow
{
    public Guid ChannelId { get; init; }

    public string Key { get; init; } = "";

    public string Value { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}
