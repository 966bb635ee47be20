using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>Where a member looks at what he is told of.</summary>
public sealed class NotificationDesk(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    public IQueryable<Notification> Unread => db.Notifications.Where(one => one.MemberId == me.Id && one.IsInApp && one.ReadAt == null);

    /// <summary>He has seen these.</summary>
    public async Task Read(IQueryable<Notification> seen, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        foreach (var notification in await seen.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel))
        {
            notification.Read(me.AsActor(), clock.GetUtcNow());
            db.TakeEventsOf(notification);
        }

        await turn.Commit(cancel);
    }

    public async Task<NotificationPreferences> Preferences(CancellationToken cancel) =>
        await db.NotificationPreferences.FirstOrDefaultAsync(row => row.Id == me.Id, cancel) ?? new NotificationPreferences(me.OrganisationId, me.Id);
}
