using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>What an organisation wants to know of its contacts, and how it sorts them: ready to be asked for every message.</summary>
public sealed record ContactBook(AttributeBook Attributes, IReadOnlyList<(Guid Id, GroupTest Test)> Groups, IReadOnlySet<string> Removed)
{
    /// <summary>Who became part of another contact belongs to no group himself.</summary>
    public IEnumerable<Guid> GroupsOf(Contact contact) =>
        contact.MergedInto is not null ? [] : Groups.Where(group => group.Test.Includes(contact)).Select(group => group.Id);
}

/// <summary>
/// Keeps the book of each organisation. Whoever sorts by it asks the store for its edition and holds that until he commits: who
/// saves a new rule waits for him, and every contact sorted by the old ones is there when the walk over all of them begins.
/// </summary>
public sealed class ContactBooks
{
    private const string Sequence = "contact_book";

    private const string EditionSql = "SELECT value FROM sequences WHERE organisation_id = @p0 AND name = @p1";

    private readonly ConcurrentDictionary<Guid, (long Edition, ContactBook Book)> kept = new();

    public async Task<ContactBook> Of(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await db.Dialect.ExecuteScalar<long?>(db, EditionSql + db.Dialect.Holding, [organisationId, Sequence], cancel)
            ?? await db.Count(organisationId, Sequence, 0, cancel);
        if (kept.TryGetValue(organisationId, out var entry) && entry.Edition == edition) return entry.Book;

        var book = await Read(db, organisationId, cancel);
        kept[organisationId] = (edition, book);
        return book;
    }

    /// <summary>An attribute or a group changes in this transaction: what others have kept is out of date when it commits.</summary>
    public static Task Renew(RelaisDb db, Guid organisationId, CancellationToken cancel) => db.Count(organisationId, Sequence, 1, cancel);

    private static async Task<ContactBook> Read(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var attributes = await db.ContactAttributes.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.OrganisationId == organisationId).ToListAsync(cancel);
        var groups = await db.ContactGroups.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.OrganisationId == organisationId).OrderBy(row => row.Id).ToListAsync(cancel);
        var book = AttributeBook.Of(organisationId, attributes);
        return new ContactBook(
            book,
            [.. groups.Select(group => (group.Id, GroupTest.Of(group.Match, group.Rules, book)))],
            attributes.Where(row => row.IsRemoved).Select(row => row.Alias).ToHashSet(StringComparer.Ordinal));
    }
}
