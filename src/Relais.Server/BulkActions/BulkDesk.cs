using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;
using Relais.Server.Topics;

namespace Relais.Server.BulkActions;

/// <summary>
/// Where a member's request changes many conversations: found as he sees them, some at a time held for one transaction, so that
/// nobody waits long. Undoing restores those that nobody has touched since.
/// </summary>
public sealed class BulkDesk(RelaisDb db, CurrentMember me, QueueWalk walk, TimeProvider clock)
{
    /// <summary>Longer than the offer to undo stands on the screen.</summary>
    private static readonly TimeSpan Undoable = TimeSpan.FromMinutes(2);

    private const int AtOnce = 50;

    public CurrentMember Me => me;

    /// <summary>All of a list, as many as one action takes, and the cursor of what follows.</summary>
    public async Task<(IReadOnlyList<BulkItem> Items, string? Next)> Listed(
        ListConversations.Query list, ConversationFilter filter, int limit, CancellationToken cancel)
    {
        var (rows, next) = await walk.Page(list, filter, limit, cancel);
        return ([.. rows.Select(row => new BulkItem(row.Id, row.Version))], next);
    }

    public Task<IReadOnlyList<BulkOutcome>> Act(
        Guid id, ActInBulk.Request asked, IReadOnlyList<BulkItem> items, Func<Conversation, Task> deed, CancellationToken cancel)
    {
        return Each(items, item => item.Id, Once, cancel);

        async Task<BulkResult> Once(BulkItem item, Conversation conversation)
        {
            if (conversation.Version != item.Version) return BulkResult.Changed;

            var before = conversation.Mark();
            await deed(conversation);
            if (conversation.Version == item.Version) return BulkResult.Unchanged;

            db.BulkChanges.Add(Kept(id, asked, conversation, before));
            return BulkResult.Done;
        }
    }

    /// <returns>Null when this member has done nothing by this id that could still be undone.</returns>
    /// <exception cref="LostRace"><c>bulk.too_late</c>.</exception>
    public async Task<IReadOnlyList<BulkOutcome>?> Undo(Guid id, CancellationToken cancel)
    {
        var done = await db.BulkChanges.AsNoTracking().Where(row => row.BulkId == id && row.MemberId == me.Id).OrderBy(row => row.ConversationId).ToListAsync(cancel);
        if (done.Count == 0) return null;
        if (done[0].At + Undoable < clock.GetUtcNow()) throw new LostRace("bulk.too_late", "It is too late to undo this: change the conversations one by one.");

        return await Each(done, row => row.ConversationId, TakeBack, cancel);

        async Task<BulkResult> TakeBack(BulkChangeRow row, Conversation conversation)
        {
            db.BulkChanges.Remove(row);
            if (row.TopicId is { } topicId) return await Unfile(row.Kind, topicId, conversation, cancel);
            if (conversation.Version != row.Version || await HasGoneOn(conversation, cancel)) return BulkResult.Changed;

            conversation.PutBack(row.Before, me.AsActor(), clock.GetUtcNow());
            return BulkResult.Done;
        }
    }

    private async Task<IReadOnlyList<BulkOutcome>> Each<T>(
        IReadOnlyList<T> all, Func<T, Guid> idOf, Func<T, Conversation, Task<BulkResult>> act, CancellationToken cancel)
    {
        var outcomes = new List<BulkOutcome>(all.Count);
        foreach (var some in all.Chunk(AtOnce))
        {
            await using var turn = await db.BeginWrite(cancel);
            var held = await Hold([.. some.Select(idOf)], cancel);
            foreach (var one in some)
                outcomes.Add(held.TryGetValue(idOf(one), out var conversation) ? await Try(one, conversation, act) : new BulkOutcome(idOf(one), BulkResult.Gone));

            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
            db.ChangeTracker.Clear();
            db.KnownContacts.Clear();
        }

        return outcomes;
    }

    /// <summary>The domain refuses before it changes anything.</summary>
    private static async Task<BulkOutcome> Try<T>(T one, Conversation conversation, Func<T, Conversation, Task<BulkResult>> act)
    {
        try
        {
            return new BulkOutcome(conversation.Id, await act(one, conversation));
        }
        catch (RuleViolation refused)
        {
            return new BulkOutcome(conversation.Id, BulkResult.Refused, refused.Code, refused.Facts);
        }
    }

    private async Task<Dictionary<Guid, Conversation>> Hold(Guid[] ids, CancellationToken cancel)
    {
        var seen = db.Conversations.VisibleTo(me, db).Where(row => ids.Contains(row.Id));
        await db.Dialect.LockThreads(db, await seen.Select(row => row.ThreadId).ToListAsync(cancel), cancel);
        return await seen.ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>One topic more or less stands in nobody's way, whatever happened since.</summary>
    private async Task<BulkResult> Unfile(BulkKind kind, Guid topicId, Conversation conversation, CancellationToken cancel)
    {
        if (await db.FindTopic(topicId, cancel) is not { } topic) return BulkResult.Gone;

        var version = conversation.Version;
        conversation.ChangeTopics(kind == BulkKind.AddTopic ? [] : [topic], kind == BulkKind.AddTopic ? [topic] : [], me.AsActor(), clock.GetUtcNow());
        return conversation.Version == version ? BulkResult.Unchanged : BulkResult.Done;
    }

    /// <summary>Only one conversation of a thread can be open.</summary>
    private Task<bool> HasGoneOn(Conversation conversation, CancellationToken cancel) => db.Conversations.AnyAsync(
        other => other.ThreadId == conversation.ThreadId && other.Id != conversation.Id && other.State != ConversationState.Resolved, cancel);

    private BulkChangeRow Kept(Guid id, ActInBulk.Request asked, Conversation conversation, Bookmark before) => new()
    {
        BulkId = id,
        ConversationId = conversation.Id,
        OrganisationId = conversation.OrganisationId,
        MemberId = me.Id,
        At = clock.GetUtcNow(),
        Kind = asked.Kind,
        TopicId = asked.Kind is BulkKind.AddTopic or BulkKind.RemoveTopic ? asked.TopicId : null,
        Version = conversation.Version,
        Before = before,
    };
}
