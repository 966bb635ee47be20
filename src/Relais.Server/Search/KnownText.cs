using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Search;

/// <summary>What is known of the contact of a conversation, as a text: it is found by it, and an excerpt shows it.</summary>
internal static class KnownText
{
    public static string Of(Conversation conversation, Contact contact, Func<string, bool> isShown, IEnumerable<ContactIdentity> addresses, IEnumerable<ContactNote> notes)
    {
        var values = contact.Values.Where(value => value.Value is not null && isShown(value.Alias)).Select(value => value.Value!);
        var lines = new[] { contact.DisplayName, contact.Email, contact.Phone, $"#{conversation.Number}" }.OfType<string>()
            .Concat(values).Concat(addresses.Select(address => address.ExternalId)).Concat(notes.Select(note => note.Text));
        return string.Join(" · ", lines.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    public static async Task<ILookup<Guid, ContactIdentity>> AddressesOf(this RelaisDb db, IReadOnlyCollection<Guid> contactIds, CancellationToken cancel) =>
        (await db.ContactIdentities.AsNoTracking().Where(row => contactIds.Contains(row.ContactId)).OrderBy(row => row.Id).ToListAsync(cancel))
        .ToLookup(row => row.ContactId);
}
