using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>Sends an answer that was written for this time. One that was taken back or has left already is not sent.</summary>
public sealed class ScheduledAnswerTimer(Wake wake) : ITimedEffect
{
    public const string Name = "scheduledAnswer";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        var threadId = await db.Messages.Where(row => row.Id == timer.Subject).Select(row => row.ThreadId).FirstOrDefaultAsync(cancel);
        await db.Dialect.LockThreads(db, [threadId], cancel);
        if (await db.Messages.FirstOrDefaultAsync(row => row.Id == timer.Subject, cancel) is not { IsScheduled: true } message) return;

        var conversation = await db.Conversations.FirstAsync(row => row.Id == message.ConversationId, cancel);
        conversation.Send(message, TimeSpan.Zero, Actor.System, now);
        wake.Outbox.Ring();
    }
}
