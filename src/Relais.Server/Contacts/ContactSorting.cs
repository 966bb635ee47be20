using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Contacts;

/// <summary>Puts contacts into the groups they belong to and takes them out of those they left, many at once.</summary>
public sealed class ContactSorting(ContactBooks books)
{
    private const string JoinSql =
        "INSERT INTO contact_group_members (organisation_id, contact_id, group_id) VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING";

    private const string LeaveSql = "DELETE FROM contact_group_members WHERE contact_id = @p1 AND group_id = @p2 AND organisation_id = @p0";

    /// <summary>Last step of every transaction in which contacts were made or changed, before anything is decided by their groups.</summary>
    public async Task Follow(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var changed = events.OfType<ContactEvent>().SelectMany(about => about.Concerned).ToHashSet();
        changed.ExceptWith(db.NewContacts.Select(contact => contact.Id));
        var touched = changed.Select(id => db.KnownContacts[id]).Concat(db.NewContacts);
        foreach (var organisation in touched.GroupBy(contact => contact.OrganisationId))
        {
            var book = await books.Of(db, organisation.Key, cancel);
            if (book.Groups.Count > 0) await Sort(db, book, [.. organisation], changed, cancel);
        }
    }

    /// <param name="known">Those of them that may be in groups already.</param>
    public static async Task Sort(
        RelaisDb db, ContactBook book, IReadOnlyList<Contact> contacts, IReadOnlySet<Guid> known, CancellationToken cancel)
    {
        Guid[] asked = [.. contacts.Select(contact => contact.Id).Where(known.Contains)];
        var rows = asked.Length == 0 ? [] : await db.GroupMembers.IgnoreQueryFilters().AsNoTracking()
            .Where(row => asked.Contains(row.ContactId)).ToListAsync(cancel);
        var before = rows.ToLookup(row => row.ContactId, row => row.GroupId);
        var (joins, leaves) = (new List<object?[]>(), new List<object?[]>());
        foreach (var contact in contacts)
        {
            var groups = book.GroupsOf(contact).ToHashSet();
            joins.AddRange(groups.Except(before[contact.Id]).Select(group => Row(contact, group)));
            leaves.AddRange(before[contact.Id].Where(group => !groups.Contains(group)).Select(group => Row(contact, group)));
        }

        await db.Dialect.ExecuteMany(db, LeaveSql, leaves, cancel);
        await db.Dialect.ExecuteMany(db, JoinSql, joins, cancel);
    }

    private static object?[] Row(Contact contact, Guid group) => [contact.OrganisationId, contact.Id, group];
}
