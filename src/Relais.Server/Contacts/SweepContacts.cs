using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>
/// Walks over all contacts after a group or an attribute changed, some hundreds at a time, so that messages pass in between.
/// Whoever is killed on the way is followed by another, who goes on where the last commit left off.
/// </summary>
public sealed class SweepContacts(
    IServiceScopeFactory scopes, ContactBooks books, Wake wake, TimeProvider clock, ILogger<SweepContacts> log) : Worker(clock, log)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    protected override async Task Round(CancellationToken cancel)
    {
        try
        {
            if (!await Step(cancel)) await wake.Contacts.Wait(Idle, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was ordered anew while we walked: the next step begins at the beginning.
        }
    }

    /// <returns>Whether there may be more to do at once.</returns>
    private async Task<bool> Step(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (!await db.ContactSweeps.IgnoreQueryFilters().AnyAsync(row => row.IsRunning, cancel)) return false;

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.ContactSweeps, cancel)) return false;
        if (await db.ContactSweeps.IgnoreQueryFilters().Where(row => row.IsRunning).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel) is not { } sweep) return false;

        db.Scope = sweep.OrganisationId;
        var goesOn = await Walk(db, sweep, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return goesOn;
    }

    private async Task<bool> Walk(RelaisDb db, ContactSweep sweep, CancellationToken cancel)
    {
        var book = await books.Of(db, sweep.OrganisationId, cancel);
        var next = db.Contacts.Where(row => row.Id > sweep.UpTo).OrderBy(row => row.Id).Take(AtOnce);
        var contacts = await next.ToListAsync(cancel);
        if (contacts.Count == 0) return await Finish(db, sweep, book, cancel);

        foreach (var contact in contacts) contact.Forget(book.Removed);
        await ContactSorting.Sort(db, book, contacts, contacts.Select(contact => contact.Id).ToHashSet(), cancel);
        sweep.Advance(contacts[^1].Id, contacts.Count, Clock.GetUtcNow());
        return true;
    }

    private async Task<bool> Finish(RelaisDb db, ContactSweep sweep, ContactBook book, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        foreach (var group in await db.ContactGroups.Where(row => !row.IsCounted).ToListAsync(cancel)) group.Complete(now);
        db.ContactAttributes.RemoveRange(await db.ContactAttributes.Where(row => row.IsRemoved).ToListAsync(cancel));
        if (book.Removed.Count > 0) await ContactBooks.Renew(db, sweep.OrganisationId, cancel);
        sweep.Finish(now);
        return true;
    }
}
