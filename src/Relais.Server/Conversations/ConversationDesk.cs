using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.ResolveReasons;
using Relais.Server.Security;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Conversations;

/// <summary>Where a member's request changes a conversation: found as he sees it, held for one transaction, written with
/// its events.</summary>
public sealed class ConversationDesk(RelaisDb db, CurrentMember me, Wake wake, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>False when there is no such conversation for this member.</returns>
    public Task<bool> Change(Guid id, Action<Conversation> change, CancellationToken cancel) => Change(
        id,
        conversation =>
        {
            change(conversation);
            return Task.CompletedTask;
        },
        cancel);

    /// <inheritdoc cref="Change(Guid, Action{Conversation}, CancellationToken)"/>
    public Task<bool> Change(Guid id, Func<Conversation, Task> change, CancellationToken cancel) => Change(id, null, change, cancel);

    /// <inheritdoc cref="Change(Guid, Action{Conversation}, CancellationToken)"/>
    /// <param name="id">Which.</param>
    /// <param name="otherThreads">Which threads are changed too: all are held at once, so that no two wait for one another.</param>
    /// <param name="change">What to do with it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<bool> Change(Guid id, IQueryable<Guid>? otherThreads, Func<Conversation, Task> change, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await Hold(id, otherThreads, cancel) is not { } conversation) return false;

        await change(conversation);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        wake.Outbox.Ring();
        wake.Agents.Ring();
        return true;
    }

    /// <returns>False when there is no such message for this member, or it was taken back meanwhile.</returns>
    public async Task<bool> ChangeMessage(Guid id, Func<Conversation, Message, Task> change, CancellationToken cancel)
    {
        var conversationId = await db.Messages.VisibleTo(me, db).Where(row => row.Id == id).Select(row => row.ConversationId).FirstOrDefaultAsync(cancel);
        var isThere = false;
        await Change(conversationId, Once, cancel);
        return isThere;

        async Task Once(Conversation conversation)
        {
            if (await db.Messages.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } message) return;

            isThere = true;
            await change(conversation, message);
        }
    }

    /// <summary>What was written under this id of the screen's before: the same id twice is one message.</summary>
    /// <param name="conversation">Where it was written, or from where.</param>
    /// <param name="clientId">The screen's id.</param>
    /// <param name="privatelyOn">The channel on which it went to his private thread; null = in the conversation itself.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Message?> WrittenBefore(Conversation conversation, Guid clientId, Guid? privatelyOn, CancellationToken cancel)
    {
        var threadId = privatelyOn is { } channelId ? (await db.PrivateThread(conversation.ContactId, channelId).FirstOrDefaultAsync(cancel))?.Id : conversation.ThreadId;
        var message = await db.Messages.FirstOrDefaultAsync(row => row.ThreadId == threadId && row.ClientId == clientId, cancel);
        message?.Load(await db.Attachments.Where(file => file.MessageId == message.Id).OrderBy(file => file.Id).ToListAsync(cancel));
        return message;
    }

    /// <summary>This conversation, or the one that is open on its thread now, or the thread's next.</summary>
    public async Task<Conversation> OpenOn(Conversation conversation, CancellationToken cancel)
    {
        if (!conversation.IsResolved) return conversation;

        return await db.OpenOf(conversation.ThreadId, cancel) ?? await db.Begin(await ThreadOf(conversation, cancel), By, Now, cancel);
    }

    /// <summary>The conversation that nobody else reads with this one's contact, on any channel of his; begun where there is none.</summary>
    public async Task<Conversation> OpenPrivately(Conversation conversation, Guid channelId, CancellationToken cancel) => await db.OpenPrivately(
        await db.Contacts.FirstAsync(row => row.Id == conversation.ContactId, cancel), channelId, By, Now, cancel);

    /// <summary>Where nobody else reads along with a conversation's contact on a channel.</summary>
    public IQueryable<Guid> PrivateThreads(Guid conversationId, Guid channelId) =>
        from conversation in db.Conversations
        where conversation.Id == conversationId
        from thread in db.Threads
        where thread.ContactId == conversation.ContactId && thread.ChannelId == channelId && thread.Visibility == Visibility.Private && thread.ContinuedBy == null
        select thread.Id;

    /// <exception cref="RuleViolation"><c>resolution.reason.unknown</c>, and what <see cref="Conversation.Resolve"/> refuses.</exception>
    public async Task Resolve(Conversation conversation, Guid? reasonId, string? comment, bool mayBeSurveyed, CancellationToken cancel)
    {
        var reason = await db.PickReason(reasonId, cancel);
        conversation.Resolve(
            new Resolution(ResolveWay.ByHand, reason, comment) { MayBeSurveyed = mayBeSurveyed }, await db.ResolvePolicy(cancel), By, Now);
    }

    /// <exception cref="LostRace"><c>conversation.open_elsewhere</c>: the contact has begun another meanwhile.</exception>
    public async Task Reopen(Conversation conversation, CancellationToken cancel)
    {
        if (conversation.IsResolved && await db.OpenOf(conversation.ThreadId, cancel) is { } open)
            throw new LostRace(
                "conversation.open_elsewhere",
                "The contact has written again: that conversation is open already.",
                new Dictionary<string, object?> { ["id"] = open.Id });

        conversation.Reopen(By, Now);
    }

    public Task<Thread> ThreadOf(Conversation conversation, CancellationToken cancel) =>
        db.Threads.FirstAsync(thread => thread.Id == conversation.ThreadId, cancel);

    /// <summary>Nobody else changes this conversation, or its thread, until the transaction ends.</summary>
    private async Task<Conversation?> Hold(Guid id, IQueryable<Guid>? otherThreads, CancellationToken cancel)
    {
        var threadId = await db.Conversations.VisibleTo(me, db).Where(row => row.Id == id).Select(row => row.ThreadId).FirstOrDefaultAsync(cancel);
        if (threadId == Guid.Empty) return null;

        await db.Dialect.LockThreads(db, [threadId, .. otherThreads is null ? [] : await otherThreads.ToListAsync(cancel)], cancel);
        return await db.Conversations.VisibleTo(me, db).Find(id, cancel);
    }
}
