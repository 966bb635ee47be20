using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>Orders a walk over all contacts, in the transaction that makes one necessary.</summary>
public sealed class SweepStart(RelaisDb db, Wake wake, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A transaction during which the walk rests, so that it finishes nothing under the hands of whoever changes what it walks for.</summary>
    public async Task<WriteTurn> Begin(CancellationToken cancel)
    {
        var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.ContactSweeps, cancel);
        return turn;
    }

    public async Task Order(Guid organisationId, Actor by, CancellationToken cancel)
    {
        // First the edition: it is what two administrators who save at once wait for, so that neither starts from the other's past.
        await ContactBooks.Renew(db, organisationId, cancel);
        var sweep = await db.ContactSweeps.SingleOrDefaultAsync(cancel);
        if (sweep is null) db.ContactSweeps.Add(sweep = new ContactSweep(organisationId));

        sweep.Restart(await db.Contacts.CountAsync(cancel), by, Now);
    }

    /// <summary>After the commit.</summary>
    public void Ring() => wake.Contacts.Ring();
}
