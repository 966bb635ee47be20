using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Conversations;

/// <summary>Where nobody else reads along with a contact on a channel; begun where there is nothing yet.</summary>
internal static class PrivateConversations
{
    public static IQueryable<Thread> PrivateThread(this RelaisDb db, Guid contactId, Guid channelId) => db.Threads.Where(
        row => row.ChannelId == channelId && row.ContactId == contactId && row.Visibility == Visibility.Private && row.ContinuedBy == null);

    public static Task<Conversation?> OpenOf(this RelaisDb db, Guid threadId, CancellationToken cancel) => db.Conversations.FirstOrDefaultAsync(
        other => other.ThreadId == threadId && other.State != ConversationState.Resolved, cancel);

    /// <summary>The open conversation that nobody else reads, held until the transaction ends.</summary>
    public static async Task<Conversation> OpenPrivately(
        this RelaisDb db, Contact contact, Guid channelId, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.PrivateThread(contact.Id, channelId).FirstOrDefaultAsync(cancel) is { } known)
        {
            await db.Dialect.LockThreads(db, [known.Id], cancel);
            return await db.OpenOf(known.Id, cancel) ?? await db.Begin(known, by, now, cancel);
        }

        var thread = new Thread(contact.OrganisationId, channelId, contact, Visibility.Private, post: null, now);
        db.Threads.Add(thread);
        return await db.Begin(thread, by, now, cancel);
    }

    /// <summary>The thread's next conversation. The caller knows that none is open.</summary>
    public static async Task<Conversation> Begin(this RelaisDb db, Thread thread, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var next = thread.Open(by, now);
        next.TakeNumber((int)await db.Count(thread.OrganisationId, "conversations", 1, cancel));
        db.Conversations.Add(next);
        return next;
    }
}
