using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Routing;

namespace Relais.Server.Events;

/// <summary>
/// Once for the whole product: what the domain says happened becomes event rows, and what follows from it becomes
/// outbox, timer and counter rows, in the same transaction. After the commit the live feed is told.
/// </summary>
public sealed class EventRecorder(LiveFeed live, ContactSorting sorting, ConversationRouting routing, TimeProvider clock) : ICommitObserver
{
    public async Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        await LoadContacts(db, events, cancel);
        await sorting.Follow(db, events, cancel);
        events = await routing.Follow(db, events, clock.GetUtcNow(), cancel);
        await LoadAttachments(db, events, cancel);

        // The row of the sequence is held from here to the commit, which makes positions gap-free in commit order. Whoever holds
        // it sees a store in which nothing else happens; so it comes before the counters, for everybody.
        var positions = new Dictionary<Guid, long>();
        foreach (var organisation in events.GroupBy(happened => happened.OrganisationId).OrderBy(organisation => organisation.Key))
            positions[organisation.Key] = await db.Count(organisation.Key, EventFeed.Sequence, organisation.Count(), cancel) - organisation.Count();

        await Consequences.Write(db, events, clock.GetUtcNow(), cancel);
        var told = new List<LiveEvent>(events.Count);
        foreach (var organisation in events.GroupBy(happened => happened.OrganisationId))
            told.AddRange(await Write(db, organisation.Key, positions[organisation.Key], [.. organisation], cancel));

        return () => live.Committed(told);
    }

    private static async Task<List<LiveEvent>> Write(
        RelaisDb db, Guid organisationId, long position, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var rows = new List<EventRow>(events.Count);
        var told = new List<LiveEvent>(events.Count);
        var homes = await HomesOf(db, events, cancel);
        var reach = await EventReach.Of(db, events, cancel);
        foreach (var happened in events)
        {
            var view = View(++position, happened, db.KnownContacts);
            var json = JsonSerializer.Serialize(view, EventJson.Options);
            var (channelId, threadId, conversationId) = Subject(happened, homes);
            var (teamIds, assigneeId) = reach.Of(happened);
            rows.Add(new EventRow
            {
                OrganisationId = organisationId,
                Position = position,
                Kind = view.Kind,
                At = happened.At,
                ChannelId = channelId,
                TeamIds = string.Join(',', teamIds.Select(id => id.ToString("N"))),
                AssigneeId = assigneeId,
                ThreadId = threadId,
                ConversationId = conversationId,
                Trail = happened is ConversationEvent and not (MessageReceived or MessageQueued or NoteAdded),
                Body = json,
            });
            told.Add(new LiveEvent(organisationId, position, view.Kind, channelId, threadId, json, view, teamIds, assigneeId));
        }

        await Bulk.Insert(db, rows, cancel);
        return told;
    }

    private static EventView View(long position, DomainEvent happened, Dictionary<Guid, Contact> contacts)
    {
        var name = happened.GetType().Name;
        var kind = char.ToLowerInvariant(name[0]) + name[1..];
        return happened switch
        {
            ConversationEvent about => new EventView(
                position, kind, about.At, about.By,
                ConversationRow.Of(about.Conversation, contacts[about.Conversation.ContactId]),
                about.Message is { } message ? MessageView.Of(message) : null,
                null,
                about.Moved ? new Moved(about.From, about.To) : null,
                EventDetail.Of(about)),
            MessageEvent about => new EventView(
                position, kind, about.At, about.By, null, MessageView.Of(about.Message), null, null, null),
            ContactChanged about => new EventView(
                position, kind, about.At, about.By, null, null, ContactSummary.Of(contacts[about.ContactId]), null, null),
            _ => new EventView(position, kind, happened.At, happened.By, null, null, null, null, EventDetail.Of(happened)),
        };
    }

    /// <summary>On which channel a contact is at home: only who sees that channel is told of changes to the contact.</summary>
    private static async Task<Dictionary<Guid, Guid>> HomesOf(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var ids = events.OfType<ContactChanged>().Select(about => about.ContactId).Distinct().ToArray();
        if (ids.Length == 0) return [];

        var addresses = await db.ContactIdentities.IgnoreQueryFilters().AsNoTracking().Where(address => ids.Contains(address.ContactId))
            .OrderBy(address => address.Id).Select(address => new { address.ContactId, address.ChannelId }).ToListAsync(cancel);
        return addresses.DistinctBy(address => address.ContactId).ToDictionary(address => address.ContactId, address => address.ChannelId);
    }

    private static (Guid? ChannelId, Guid? ThreadId, Guid? ConversationId) Subject(
        DomainEvent happened, Dictionary<Guid, Guid> homes) => happened switch
    {
        ConversationEvent { Conversation: var conversation } => (conversation.ChannelId, conversation.ThreadId, conversation.Id),
        MessageEvent { Message: var message } => (message.ChannelId, message.ThreadId, message.ConversationId),
        ContactChanged { ContactId: var contactId } => (homes.TryGetValue(contactId, out var home) ? home : null, null, null),
        _ => (null, null, null),
    };

    private static async Task LoadContacts(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        foreach (var contact in db.Contacts.Local) db.KnownContacts[contact.Id] = contact;
        var missing = events.Select(ContactOf).OfType<Guid>().Where(id => !db.KnownContacts.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length == 0) return;

        var found = await db.Contacts.IgnoreQueryFilters().AsNoTracking().Where(contact => missing.Contains(contact.Id)).ToListAsync(cancel);
        foreach (var contact in found) db.KnownContacts[contact.Id] = contact;
    }

    private static Guid? ContactOf(DomainEvent happened) => happened switch
    {
        ConversationEvent about => about.Conversation.ContactId,
        ContactChanged about => about.ContactId,
        _ => null,
    };

    /// <summary>A message that was loaded without its files must not be told without them.</summary>
    private static async Task LoadAttachments(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var messages = events.OfType<MessageEvent>().Select(about => about.Message).DistinctBy(message => message.Id).ToArray();
        if (messages.Length == 0) return;

        var ids = messages.Select(message => (Guid?)message.Id).ToArray();
        var files = await db.Attachments.IgnoreQueryFilters().AsNoTracking().Where(file => ids.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
        foreach (var message in messages) message.Load(files.Where(file => file.MessageId == message.Id));
    }
}
