using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Search;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Search;
using Relais.Server.Security;

namespace Relais.Server.Search;

/// <summary>Reads what was found, as one member may see it.</summary>
public sealed class SearchResults(RelaisDb db, ISearch search, CurrentMember me)
{
    private const int MostHits = 3;

    public Task<IReadOnlyList<SearchHit>> Find(SearchTerms terms, long? before, int atMost, CancellationToken cancel) =>
        search.Find(db, terms, before, atMost, cancel);

    public async Task<IReadOnlySet<Guid>> Visible(IQueryable<Conversation> rows, IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? new HashSet<Guid>() : await rows.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancel);

    /// <summary>In the same order; without those in which the words do not stand after all, or not for this member.</summary>
    internal async Task<IReadOnlyList<(SearchResult Result, long Place)>> Of(
        IReadOnlyList<IGrouping<Guid, SearchHit>> conversations, Wanted wanted, CancellationToken cancel)
    {
        var read = conversations.SelectMany(one => wanted.MustBeRead ? one : one.Take(MostHits)).ToList();
        var rows = await Rows([.. conversations.Select(one => one.Key)], cancel);
        var messages = await Messages(read, cancel);
        var known = await Known(read, rows, cancel);
        var hits = read.ToLookup(hit => hit.ConversationId);
        return
        [
            .. from one in conversations
               where rows.ContainsKey(one.Key)
               let found = hits[one.Key].Select(hit => hit.SubjectId == one.Key
                   ? OfContact(rows[one.Key].Conversation, known.GetValueOrDefault(one.Key), wanted)
                   : OfMessage(messages.GetValueOrDefault(hit.SubjectId), wanted)).OfType<Finding>().Take(MostHits).ToList()
               where found.Count > 0
               select (new SearchResult(rows[one.Key].Row, found), one.First().Place),
        ];
    }

    private async Task<Dictionary<Guid, (Conversation Conversation, ConversationRow Row, Domain.Contacts.Contact Contact)>> Rows(Guid[] ids, CancellationToken cancel) =>
        (await db.Conversations.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Join(db.Contacts, row => row.ContactId, contact => contact.Id, (conversation, contact) => new { conversation, contact }).ToListAsync(cancel))
        .ToDictionary(row => row.conversation.Id, row => (row.conversation, ConversationRow.Of(row.conversation, row.contact), row.contact));

    private async Task<Dictionary<Guid, Message>> Messages(IEnumerable<SearchHit> hits, CancellationToken cancel)
    {
        var ids = hits.Where(hit => hit.SubjectId != hit.ConversationId).Select(hit => hit.SubjectId).ToArray();
        var messages = await db.Messages.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var silent = messages.Values.Select(message => (Guid?)message.Id).ToArray();
        foreach (var files in (await db.Attachments.AsNoTracking().Where(file => file.MessageId != null && silent.Contains(file.MessageId)).ToListAsync(cancel)).GroupBy(file => file.MessageId!.Value))
            messages[files.Key].Load(files);
        return messages;
    }

    /// <summary>What this member may know of the contacts: attributes that are on, addresses on channels he sees.</summary>
    private async Task<Dictionary<Guid, string>> Known(
        IEnumerable<SearchHit> hits, Dictionary<Guid, (Conversation Conversation, ConversationRow Row, Domain.Contacts.Contact Contact)> rows, CancellationToken cancel)
    {
        var heads = hits.Where(hit => hit.SubjectId == hit.ConversationId && rows.ContainsKey(hit.ConversationId)).Select(hit => rows[hit.ConversationId]).ToList();
        if (heads.Count == 0) return [];

        var shown = (await db.ReadAttributes(me.OrganisationId, cancel)).InOrder.Where(one => one.IsOn).Select(one => one.Alias).ToHashSet(StringComparer.Ordinal);
        var addresses = await db.AddressesOf([.. heads.Select(head => head.Contact.Id).Distinct()], cancel);
        var notes = await db.NotesOf([.. heads.Select(head => head.Contact.Id).Distinct()], cancel);
        return heads.ToDictionary(
            head => head.Conversation.Id,
            head => KnownText.Of(
                head.Conversation, head.Contact, shown.Contains, addresses[head.Contact.Id].Where(address => me.MaySee(address.ChannelId)), notes[head.Contact.Id]));
    }

    private static Finding? OfContact(Conversation conversation, string? known, Wanted wanted) =>
        known is not null && wanted.Includes(conversation.OpenedAt) && wanted.Terms.AreIn(known)
            ? new Finding(null, null, null, conversation.OpenedAt, Excerpt.Of(known, wanted.Terms))
            : null;

    private static Finding? OfMessage(Message? message, Wanted wanted)
    {
        if (message is null || message.RemovedAt is not null || !wanted.Includes(message.At)) return null;

        var text = string.Join('\n', message.Attachments.Select(file => file.Name).Prepend(message.Text));
        return wanted.Terms.HasPhrases && !wanted.Terms.AreIn(text)
            ? null
            : new Finding(message.Id, message.Direction, message.Author, message.At, Excerpt.Of(text, wanted.Terms));
    }
}
