using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// A visitor's own threads, as he may see them: what he wrote and what was sent to him. Notes, answers that can still be taken
/// back and answers that failed are not his to see. This is the only place that reads messages for visitors.
/// </summary>
/// <param name="ids">Who he is, and whom he was before in this browser: a customer who wrote anonymously first may have several threads.</param>
internal sealed class VisitorThread(RelaisDb db, Guid channelId, IReadOnlyList<string> ids)
{
    /// <summary>Whether somebody of this id has ever written, or was recognised.</summary>
    public static Task<bool> IsKnown(RelaisDb db, Guid channelId, string id, CancellationToken cancel) =>
        db.ContactIdentities.AnyAsync(row => row.ChannelId == channelId && row.ExternalId == id, cancel);

    /// <summary>Empty until he has written. First the thread that goes on.</summary>
    public async Task<IReadOnlyList<Guid>> Find(CancellationToken cancel)
    {
        var mine = ids.ToArray();
        return await db.Threads.AsNoTracking()
            .Where(thread => thread.ChannelId == channelId && thread.Visibility == Visibility.Private && thread.Post == ""
                && db.ContactIdentities.Any(identity => identity.ContactId == thread.ContactId && identity.ChannelId == channelId && mine.Contains(identity.ExternalId)))
            .OrderBy(thread => thread.ContinuedBy != null).ThenBy(thread => thread.Id)
            .Select(thread => thread.Id).ToListAsync(cancel);
    }

    public Task<Conversation?> OpenConversation(IReadOnlyList<Guid> threads, CancellationToken cancel) => db.Conversations.AsNoTracking()
        .Where(row => threads.Contains(row.ThreadId) && row.State != ConversationState.Resolved)
        .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);

    public IQueryable<Message> Messages(IReadOnlyList<Guid> threads) => db.Messages.AsNoTracking().Where(row =>
        threads.Contains(row.ThreadId) && row.RemovedAt == null
        && (row.Direction == Direction.In
            || (row.Direction == Direction.Out
                && (row.Delivery == DeliveryStatus.Sent || row.Delivery == DeliveryStatus.Delivered || row.Delivery == DeliveryStatus.Read))));

    /// <summary>The page before a cursor, oldest first.</summary>
    public async Task<(IReadOnlyList<VisitorMessage> Items, Cursor? Before)> Page(
        IReadOnlyList<Guid> threads, Cursor? before, int size, CancellationToken cancel)
    {
        var found = await Messages(threads)
            .Where(row => before == null || row.At < before.At || (row.At == before.At && row.Id < before.Id))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(size + 1).ToListAsync(cancel);
        var page = found.Take(size).Reverse().ToList();
        return (await Shown(page, cancel), found.Count > size ? new Cursor(page[0].At, page[0].Id) : null);
    }

    public async Task<IReadOnlyList<VisitorMessage>> Of(
        IReadOnlyList<Guid> threads, IReadOnlyCollection<Guid> messageIds, CancellationToken cancel)
    {
        if (messageIds.Count == 0) return [];

        var found = await Messages(threads).Where(row => messageIds.Contains(row.Id))
            .OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        return await Shown(found, cancel);
    }

    private async Task<IReadOnlyList<VisitorMessage>> Shown(List<Message> messages, CancellationToken cancel)
    {
        var shown = messages.Select(message => (Guid?)message.Id).ToArray();
        var files = await db.Attachments.AsNoTracking().Where(file => file.MessageId != null && shown.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
        var byMessage = files.ToLookup(file => file.MessageId);
        return [.. messages.Select(message => VisitorMessage.Of(message, byMessage[message.Id]))];
    }
}
