using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Privacy;
using Relais.Domain.Shared;
using Relais.Server.Contacts;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Privacy;

/// <summary>
/// Deletes what is known of a contact some time after his last conversation was resolved. Every resolve sets a timer; what happened
/// since is looked at when it is due, so that nobody who writes has to stop one.
/// </summary>
public sealed class AutoClearTimer : ITimedEffect
{
    public const string Name = "autoClear";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await db.Organisations.SingleAsync(one => one.Id == timer.OrganisationId, cancel)).AutoClear.Delay() is not { } delay) return;

        var id = await db.Surviving(timer.Subject, cancel);
        var his = db.Conversations.Where(row => row.ContactId == id);
        // While one is open the timer stands still; when that one is resolved, there is another.
        if (await his.AnyAsync(row => row.State != ConversationState.Resolved, cancel)) return;

        var dueAt = (await his.OrderByDescending(row => row.ResolvedAt).Select(row => row.ResolvedAt).FirstOrDefaultAsync(cancel) ?? now) + delay;
        if (dueAt > now) await db.SetTimers([new TimerRow { Kind = Name, Subject = id, OrganisationId = timer.OrganisationId, DueAt = dueAt }], cancel);
        else await Clear(db, id, now, cancel);
    }

    /// <summary>Those who became part of him, and what it takes to part them again, say the same of him.</summary>
    private static async Task Clear(RelaisDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        var everybody = (await db.EverybodyIn([id], cancel)).Keys.ToArray();
        foreach (var contact in await db.Contacts.Where(row => everybody.Contains(row.Id)).ToListAsync(cancel)) contact.Clear(Actor.System, now);
        foreach (var merge in await db.ContactMerges.Where(row => everybody.Contains(row.ContactId)).ToListAsync(cancel)) merge.ForgetValues();
    }
}
