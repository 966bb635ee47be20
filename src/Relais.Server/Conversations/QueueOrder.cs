using Relais.Domain.Conversations;

namespace Relais.Server.Conversations;

/// <summary>
/// In which order one state of the queue is shown. Where a page goes on, the first part of the order bounds the rows by itself:
/// of an alternative alone neither store would make a place in its index, and would walk there from the first page.
/// </summary>
internal sealed record QueueOrder(ConversationState State, bool IsNewestFirst)
{
    /// <summary>The rows in this order, from where a page ended.</summary>
    public IQueryable<Conversation> Of(IQueryable<Conversation> rows, Cursor? after = null) =>
        IsNewestFirst ? NewestFirst(rows, after) : State == ConversationState.New ? MostUrgentFirst(rows, after) : OldestFirst(rows, after);

    private static IQueryable<Conversation> NewestFirst(IQueryable<Conversation> rows, Cursor? after) =>
        (after is null ? rows : rows.Where(row => row.StateSince <= after.At && (row.StateSince < after.At || row.Id < after.Id)))
        .OrderByDescending(row => row.StateSince).ThenByDescending(row => row.Id);

    private static IQueryable<Conversation> OldestFirst(IQueryable<Conversation> rows, Cursor? after) =>
        (after is null ? rows : rows.Where(row => row.StateSince >= after.At && (row.StateSince > after.At || row.Id > after.Id)))
        .OrderBy(row => row.StateSince).ThenBy(row => row.Id);

    /// <summary>The order of the queue: priority, then who has waited longest.</summary>
    private static IQueryable<Conversation> MostUrgentFirst(IQueryable<Conversation> rows, Cursor? after) =>
        (after is null ? rows : rows.Where(row => row.Priority <= after.Priority && (row.Priority < after.Priority
            || (row.StateSince >= after.At && (row.StateSince > after.At || row.Id > after.Id)))))
        .OrderByDescending(row => row.Priority).ThenBy(row => row.StateSince).ThenBy(row => row.Id);
}
