using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>Looks at contacts page by page, so that ever so many fit into memory.</summary>
internal static class ContactPages
{
    private const int AtOnce = 5_000;

    /// <param name="horizon">After about so many it is enough.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Contact>> ContactsNewestFirst(
        this RelaisDb db, int horizon, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (looked, before) = (0, (Guid?)null);
        while (looked < horizon)
        {
            var contacts = db.Contacts.AsNoTracking().Where(row => row.MergedInto == null);
            if (before is { } id) contacts = contacts.Where(row => row.Id < id);
            var page = await contacts.OrderByDescending(row => row.Id).Take(AtOnce).ToListAsync(cancel);
            if (page.Count == 0) yield break;

            yield return page;
            looked += page.Count;
            before = page[^1].Id;
        }
    }
}
