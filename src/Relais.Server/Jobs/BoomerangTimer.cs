using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>Brings a conversation that was put aside back to New.</summary>
public sealed class BoomerangTimer : ITimedEffect
{
    public const string Name = "boomerang";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        var conversation = await db.LockConversation(timer.Subject, cancel);
        if (conversation is null) return;

        // The thread may have gone on in another conversation meanwhile; only one can be open.
        var isOvertaken = conversation.IsResolved && await db.Conversations.AnyAsync(
            row => row.ThreadId == conversation.ThreadId && row.State != ConversationState.Resolved, cancel);
        if (isOvertaken) conversation.CancelBoomerang(Actor.System, now);
        else conversation.CatchBoomerang(timer.DueAt, now);

        if (conversation.AssigneeId is not { } holder) return;

        var absences = await db.AbsencesOf([holder], cancel);
        if (absences.TryGetValue(holder, out var absence)) conversation.Release(absence, now);
    }
}
