using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.ResolveReasons;

namespace Relais.Server.AutoResolve;

/// <summary>Resolves a conversation that has been in one state for as long as the settings allowed when it entered it.</summary>
public sealed class AutoResolveTimer : ITimedEffect
{
    public const string Name = "autoResolve";

    /// <summary>Should something else be due at the same moment, it goes first.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(1);

    /// <summary>What may not end for want of a reason or a topic is looked at again after so long.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        var conversation = await db.LockConversation(timer.Subject, cancel);
        if (conversation is null || conversation.IsResolved || conversation.StateSince > timer.Since) return;

        if (await Later(db, conversation, timer, cancel) is { } due && due > now) Wait(db, timer, due);
        else if (!await TryResolve(db, conversation, now, cancel)) Wait(db, timer, now + Again);
    }

    /// <summary>When it is due instead: a contact who wrote again begins the time anew, what is to come back by itself or to leave suspends it.</summary>
    private static async Task<DateTimeOffset?> Later(RelaisDb db, Conversation conversation, TimerRow timer, CancellationToken cancel)
    {
        if (conversation.State == ConversationState.New && conversation.LastMessageAt > timer.Since)
            return conversation.LastMessageAt + TimeSpan.FromMinutes(timer.Minutes!.Value);
        if (conversation.BoomerangAt is { } back) return back + Breath;

        var scheduled = await db.Messages.Where(row => row.ThreadId == conversation.ThreadId && row.Delivery == DeliveryStatus.Scheduled)
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(cancel);
        return scheduled?.At + Breath;
    }

    /// <summary>It stays about the same state, however late it becomes.</summary>
    private static void Wait(RelaisDb db, TimerRow timer, DateTimeOffset due) => db.Timers.Add(new TimerRow
    {
        Kind = Name,
        Subject = timer.Subject,
        OrganisationId = timer.OrganisationId,
        DueAt = due,
        Since = timer.Since,
        Minutes = timer.Minutes,
    });

    private static async Task<bool> TryResolve(RelaisDb db, Conversation conversation, DateTimeOffset now, CancellationToken cancel)
    {
        var reasonId = (await AutoResolves.Policy(db, conversation.OrganisationId, cancel)).ReasonFor(conversation.State);
        var reason = await db.ResolveReasons.FirstOrDefaultAsync(one => one.Id == reasonId, cancel);
        var resolution = new Resolution(ResolveWay.AutoResolve, reason);
        var asked = await db.ResolvePolicy(cancel);
        if (!asked.Allows(resolution, conversation)) return false;

        conversation.Resolve(resolution, asked, Actor.System, now);
        return true;
    }
}
