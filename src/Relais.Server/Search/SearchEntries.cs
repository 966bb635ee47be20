using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Search;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Search;

namespace Relais.Server.Search;

/// <summary>By which words messages are found, and conversations by what is known of their contact.</summary>
internal static class SearchEntries
{
    /// <summary>Of a contact who has written more often, the older conversations are found by what was known of him then.</summary>
    private const int MostConversations = 1000;

    public static async Task<IReadOnlyList<SearchEntry>> Of(RelaisDb db, Told told, CancellationToken cancel)
    {
        var conversations = told.ConversationIds.ToHashSet();
        foreach (var contactId in told.ContactIds)
            conversations.UnionWith(await db.Conversations.Where(row => row.ContactId == contactId).OrderByDescending(row => row.OpenedAt).Take(MostConversations).Select(row => row.Id).ToListAsync(cancel));
        return [.. InOrder(told.Messages, await Heads(db, conversations, cancel))];
    }

    public static async Task<IReadOnlyList<SearchEntry>> Of(
        RelaisDb db, IReadOnlyList<FoundText> messages, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel)
    {
        var ids = messages.Where(message => message.Text.Length > 0).Select(message => (Guid?)message.Id).ToArray();
        var files = (await db.Attachments.AsNoTracking().Where(file => file.MessageId != null && ids.Contains(file.MessageId)).Select(file => new { file.MessageId, file.Name }).ToListAsync(cancel))
            .ToLookup(file => file.MessageId, file => file.Name);
        var whole = messages.Select(message => message with { Text = string.Join('\n', files[message.Id].Prepend(message.Text)) });
        return [.. InOrder(whole, await Heads(db, conversationIds, cancel))];
    }

    private static IEnumerable<SearchEntry> InOrder(IEnumerable<FoundText> messages, IEnumerable<SearchEntry> heads) =>
        messages.Select(message => new SearchEntry(message.ConversationId, message.Id, [.. Words.RootsOf(message.Text)]))
            .Concat(heads).OrderBy(entry => entry.SubjectId.ToString("N"), StringComparer.Ordinal);

    private static async Task<IEnumerable<SearchEntry>> Heads(RelaisDb db, IReadOnlyCollection<Guid> conversationIds, CancellationToken cancel)
    {
        var heads = new List<SearchEntry>();
        foreach (var some in conversationIds.Chunk(500))
        {
            var rows = await db.Conversations.AsNoTracking().Where(row => some.Contains(row.Id))
                .Join(db.Contacts, row => row.ContactId, contact => contact.Id, (conversation, contact) => new { conversation, contact }).ToListAsync(cancel);
            var addresses = await db.AddressesOf([.. rows.Select(row => row.contact.Id)], cancel);
            var notes = await db.NotesOf([.. rows.Select(row => row.contact.Id).Distinct()], cancel);
            heads.AddRange(rows.Select(row => Head(row.conversation, row.contact, [.. addresses[row.contact.Id]], notes[row.contact.Id])));
        }

        return heads;
    }

    /// <summary>All that is known, even what agents are not shown: whether they are is asked when it is found.</summary>
    private static SearchEntry Head(Conversation conversation, Contact contact, IReadOnlyList<ContactIdentity> addresses, IEnumerable<ContactNote> notes)
    {
        var numbers = addresses.Select(address => address.ExternalId).Where(id => id.All(sign => char.IsAsciiDigit(sign) || sign == '+')).Append(contact.Phone ?? "");
        var roots = Words.RootsOf(KnownText.Of(conversation, contact, _ => true, addresses, notes)).Concat(numbers.SelectMany(Words.EndsOf));
        return new SearchEntry(conversation.Id, conversation.Id, [.. roots.Distinct(StringComparer.Ordinal)]);
    }
}
