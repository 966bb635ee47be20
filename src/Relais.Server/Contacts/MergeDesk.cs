using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Where a member's request makes two contacts one, or two again: both as he sees them, everything they have held for one transaction.</summary>
public sealed class MergeDesk(RelaisDb db, CurrentMember me, ContactCard card, TimeProvider clock)
{
    public async Task<IResult> Merge(Guid id, Guid otherId, CancellationToken cancel)
    {
        await using var turn = await Begin(cancel);
        if (await Held(id, cancel) is not { } contact || await Held(otherId, cancel) is not { } other) return TypedResults.NotFound();

        var ours = await db.BelongingsOf(contact, cancel);
        var theirs = contact.Id == other.Id ? ours : await db.BelongingsOf(other, cancel);
        var changes = Watched(theirs, ours);
        changes.New(contact.Merge(theirs, ours.Threads, me.AsActor(), clock.GetUtcNow()));
        return await Finish(turn, changes, contact, theirs, cancel);
    }

    public async Task<IResult> Undo(Guid id, Guid mergeId, CancellationToken cancel)
    {
        await using var turn = await Begin(cancel);
        if (await db.ContactMerges.FirstOrDefaultAsync(row => row.Id == mergeId && row.ContactId == id, cancel) is not { } merge) return TypedResults.NotFound();
        if (await Held(id, cancel) is null) return TypedResults.NotFound();

        var (contact, other) = (await Read(id, cancel), await Read(merge.MergedId, cancel));
        var ours = await db.BelongingsOf(contact, cancel);
        var changes = Watched(new Belongings(other, [], [], []), ours with
        {
            Threads = [.. ours.Threads.OrderByDescending(thread => merge.ThreadIds.Contains(thread.Id))],
        });
        contact.Part(merge, ours, other, me.AsActor(), clock.GetUtcNow());
        db.ContactMerges.Remove(merge);
        return await Finish(turn, changes, contact, ours, cancel);
    }

    /// <summary>The intake rests meanwhile: what it takes in for one of the two must not be left behind.</summary>
    private async Task<WriteTurn> Begin(CancellationToken cancel)
    {
        var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        return turn;
    }

    /// <summary>Null when there is no such contact for this member.</summary>
    private async Task<Contact?> Held(Guid id, CancellationToken cancel)
    {
        var standing = await db.Surviving(id, cancel);
        await db.Dialect.LockContacts(db, [standing], cancel);
        return await db.Contacts.AsNoTracking().VisibleTo(me, db).FirstOrDefaultAsync(row => row.Id == standing, cancel);
    }

    private async Task<Contact> Read(Guid id, CancellationToken cancel)
    {
        await db.Dialect.LockContacts(db, [id], cancel);
        return await db.Contacts.AsNoTracking().FirstAsync(row => row.Id == id, cancel);
    }

    private Changes Watched(Belongings theirs, Belongings ours)
    {
        var changes = new Changes();
        foreach (var (contact, belongings) in new[] { (theirs.Contact, theirs), (ours.Contact, ours) })
        {
            changes.Watch(contact);
            foreach (var entity in belongings.Moveable()) changes.Watch(entity);
            db.KnownContacts[contact.Id] = contact;
        }

        return changes;
    }

    private async Task<IResult> Finish(WriteTurn turn, Changes changes, Contact contact, Belongings moved, CancellationToken cancel)
    {
        foreach (var conversation in moved.Conversations) db.TakeEventsOf(conversation);
        db.TakeEventsOf(contact);
        await changes.Write(db, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await card.Of(contact, me, cancel));
    }
}
