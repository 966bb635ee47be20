using Relais.Domain.Conversations;

namespace Relais.Server.Persistence.Rows;

/// <summary>What can be done to several conversations at once.</summary>
public enum BulkKind
{
    Resolve,
    Pend,
    Assign,
    AddTopic,
    RemoveTopic,
}

/// <summary>What a bulk action did to one conversation, kept for the short while in which it can be undone.</summary>
public sealed class BulkChangeRow
{
    public Guid BulkId { get; init; }

    public Guid ConversationId { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>Who did it, and alone may undo it.</summary>
    public Guid MemberId { get; init; }

    public DateTimeOffset At { get; init; }

    public BulkKind Kind { get; init; }

    /// <summary>The topic that was added or removed.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Of the conversation afterwards: while it has this one, nobody has touched it since.</summary>
    public int Version { get; init; }

    public required Bookmark Before { get; init; }
}
