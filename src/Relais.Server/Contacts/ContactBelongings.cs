using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>What is needed of a contact to make it one with another.</summary>
internal static class ContactBelongings
{
    /// <summary>Everything a contact has, its threads held for this transaction.</summary>
    public static async Task<Belongings> BelongingsOf(this RelaisDb db, Contact contact, CancellationToken cancel)
    {
        var threads = db.Threads.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == contact.Id);
        await db.Dialect.LockThreads(db, await threads.Select(row => row.Id).ToArrayAsync(cancel), cancel);
        return await db.LookAtBelongings(contact, cancel);
    }

    /// <summary>The same, for those who only look.</summary>
    public static async Task<Belongings> LookAtBelongings(this RelaisDb db, Contact contact, CancellationToken cancel) => new(
        contact,
        await db.ContactIdentities.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == contact.Id).OrderBy(row => row.Id).ToListAsync(cancel),
        await db.Threads.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == contact.Id).OrderBy(row => row.Id).ToListAsync(cancel),
        await db.Conversations.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == contact.Id).OrderBy(row => row.Id).ToListAsync(cancel));

    /// <summary>What a merge moves.</summary>
    public static IEnumerable<Entity> Moveable(this Belongings belongings) =>
        belongings.Identities.Concat<Entity>(belongings.Threads).Concat(belongings.Conversations);

    /// <summary>These contacts and all who became part of them, each with the one who stands for him.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> EverybodyIn(this RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel)
    {
        var everybody = contactIds.ToDictionary(id => id);
        var newest = contactIds.ToList();
        while (newest.Count > 0)
        {
            var into = newest;
            var rows = await db.Contacts.Where(row => row.MergedInto != null && into.Contains(row.MergedInto.Value))
                .Select(row => new { row.Id, MergedInto = row.MergedInto!.Value }).ToListAsync(cancel);
            newest = [.. rows.Where(row => everybody.TryAdd(row.Id, everybody[row.MergedInto])).Select(row => row.Id)];
        }

        return everybody;
    }

    /// <summary>The contact an id stands for now: itself, or the one it became part of.</summary>
    public static async Task<Guid> Surviving(this RelaisDb db, Guid id, CancellationToken cancel)
    {
        while (await db.Contacts.Where(row => row.Id == id).Select(row => row.MergedInto).FirstOrDefaultAsync(cancel) is { } into) id = into;
        return id;
    }
}
