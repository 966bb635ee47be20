using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// A visitor's own thread, as he may see it: what he wrote and what was sent to him. Notes, answers that can still be taken
/// back and answers that failed are not his to see. This is the only place that reads messages for visitors.
/// </summary>
internal sealed class VisitorThread(RelaisDb db, Guid channelId, string visitor)
{
    /// <summary>Null until he has written.</summary>
    public async Task<Guid?> Contact(CancellationToken cancel) => await db.ContactIdentities.AsNoTracking()
        .Where(row => row.ChannelId == channelId && row.ExternalId == visitor)
        .Select(row => (Guid?)row.ContactId).FirstOrDefaultAsync(cancel);

    /// <summary>Null until he has written.</summary>
    public async Task<Guid?> Find(CancellationToken cancel)
    {
        if (await Contact(cancel) is not { } contactId) return null;

        return await db.Threads.AsNoTracking()
            .Where(row => row.ChannelId == channelId && row.ContactId == contactId && row.Visibility == Visibility.Private && row.Post == "")
            .Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);
    }

    public async Task<Guid?> OpenConversation(Guid threadId, CancellationToken cancel) => await db.Conversations.AsNoTracking()
        .Where(row => row.ThreadId == threadId && row.State != ConversationState.Resolved)
        .Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);

    public IQueryable<Message> Messages(Guid threadId) => db.Messages.AsNoTracking().Where(row =>
        row.ThreadId == threadId && row.RemovedAt == null
        && (row.Direction == Direction.In
            || (row.Direction == Direction.Out
                && (row.Delivery == DeliveryStatus.Sent || row.Delivery == DeliveryStatus.Delivered || row.Delivery == DeliveryStatus.Read))));

    /// <summary>The page before a cursor, oldest first.</summary>
    public async Task<(IReadOnlyList<VisitorMessage> Items, Cursor? Before)> Page(Guid threadId, Cursor? before, int size, CancellationToken cancel)
    {
        var found = await Messages(threadId)
            .Where(row => before == null || row.At < before.At || (row.At == before.At && row.Id < before.Id))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(size + 1).ToListAsync(cancel);
        var page = found.Take(size).Reverse().ToList();
        return (await Shown(page, cancel), found.Count > size ? new Cursor(page[0].At, page[0].Id) : null);
    }

    public async Task<IReadOnlyList<VisitorMessage>> Of(Guid threadId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];

        var found = await Messages(threadId).Where(row => ids.Contains(row.Id)).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        return await Shown(found, cancel);
    }

    private async Task<IReadOnlyList<VisitorMessage>> Shown(List<Message> messages, CancellationToken cancel)
    {
        var ids = messages.Select(message => (Guid?)message.Id).ToArray();
        var files = await db.Attachments.AsNoTracking().Where(file => ids.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
        var byMessage = files.ToLookup(file => file.MessageId);
        return [.. messages.Select(message => VisitorMessage.Of(message, byMessage[message.Id]))];
    }
}
