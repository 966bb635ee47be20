using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Automations;
using Relais.Server.AutoResolve;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Notifications;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Routing;

namespace Relais.Server.Events;

/// <summary>
/// Once for the whole product: what the domain says happened becomes event rows, and what follows from it becomes
/// outbox, timer, counter and notification rows, in the same transaction. After the commit the live feed is told.
/// </summary>
public sealed class EventRecorder(LiveFeed live, ContactSorting sorting, ConversationRouting routing, TimeProvider clock) : ICommitObserver
{
    public async Task<Action> BeforeCommit(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        await LoadContacts(db, events, cancel);
        await sorting.Follow(db, events, cancel);
        events = await PendingBoomerangs.Follow(db, events, cancel);
        events = await routing.Follow(db, events, clock.GetUtcNow(), cancel);
        await AutomationBook.Renew(db, events, cancel);
        await LoadAttachments(db, events, cancel);
        var addressed = await Addressed(db, events, cancel);

        // The row of the sequence is held from here to the commit, which makes positions gap-free in commit order. Whoever holds
        // it sees a store in which nothing else happens; so it comes before the counters, for everybody.
        var positions = new Dictionary<Guid, long>();
        foreach (var organisation in addressed.GroupBy(one => one.Happened.OrganisationId).OrderBy(organisation => organisation.Key))
            positions[organisation.Key] = await db.Count(organisation.Key, EventFeed.Sequence, organisation.Count(), cancel) - organisation.Count();

        await Consequences.Write(db, events, clock.GetUtcNow(), cancel);
        var notices = await Notifying.Tell(db, events, clock.GetUtcNow(), cancel);
        var told = new List<LiveEvent>(addressed.Count);
        foreach (var organisation in addressed.GroupBy(one => one.Happened.OrganisationId))
            told.AddRange(await Write(db, organisation.Key, positions[organisation.Key], [.. organisation], notices, cancel));

        return () => live.Committed(told);
    }

    /// <summary>
    /// Only who sees a channel is told what happens there. A contact who is at home on several is told of once on each: whoever sees
    /// two of them replaces the same card twice.
    /// </summary>
    private static async Task<IReadOnlyList<(DomainEvent Happened, Guid? ChannelId)>> Addressed(
        RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var homes = await HomesOf(db, events, cancel);
        return [.. events.SelectMany(happened => happened is ContactEvent about && homes[about.ContactId].Any()
            ? homes[about.ContactId].Select(home => (happened, (Guid?)home))
            : [(happened, ChannelOf(happened))])];
    }

    private static async Task<List<LiveEvent>> Write(
        RelaisDb db,
        Guid organisationId,
        long position,
        IReadOnlyList<(DomainEvent Happened, Guid? ChannelId)> events,
        ILookup<DomainEvent, NoticeView> notices,
        CancellationToken cancel)
    {
        var rows = new List<EventRow>(events.Count);
        var told = new List<LiveEvent>(events.Count);
        var reach = await EventReach.Of(db, [.. events.Select(one => one.Happened)], cancel);
        foreach (var (happened, channelId) in events)
        {
            var view = View(++position, happened, db.KnownContacts) with { Notices = notices.Contains(happened) ? [.. notices[happened]] : null };
            var json = JsonSerializer.Serialize(view, EventJson.Options);
            var (threadId, conversationId) = Subject(happened);
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
                Trail = view.Trail,
                Body = json,
            });
            told.Add(new LiveEvent(organisationId, position, view.Kind, channelId, threadId, json, view, teamIds, assigneeId));
        }

        await Bulk.Insert(db, rows, cancel);
        return told;
    }

    private static EventView View(long position, DomainEvent happened, Dictionary<Guid, Contact> contacts)
    {
        var kind = EventView.KindOf(happened.GetType());
        return happened switch
        {
            ConversationDeleted about => new EventView(
                position, kind, about.At, about.By, false, null, null, null, new Moved(about.From, about.To), EventDetail.Of(about)),
            ConversationEvent about => new EventView(
                position, kind, about.At, about.By, about is not (MessageReceived or MessageQueued or NoteAdded),
                ConversationRow.Of(about.Conversation, contacts[about.Conversation.ContactId]),
                about.Message is { } message ? MessageView.Of(message) : null,
                null,
                about.Moved ? new Moved(about.From, about.To) : null,
                EventDetail.Of(about)),
            MessageEvent about => new EventView(
                position, kind, about.At, about.By, false, null, MessageView.Of(about.Message), null, null, null),
            ContactEvent about => new EventView(
                position, kind, about.At, about.By, false, null, null, ContactSummary.Of(contacts[about.ContactId]), null, EventDetail.Of(about)),
            _ => new EventView(position, kind, happened.At, happened.By, false, null, null, null, null, EventDetail.Of(happened)),
        };
    }

    /// <summary>On which channels a contact is at home: where he has an address, or has written.</summary>
    private static async Task<ILookup<Guid, Guid>> HomesOf(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var ids = events.OfType<ContactEvent>().Select(about => about.ContactId).Distinct().ToArray();
        if (ids.Length == 0) return Array.Empty<Guid>().ToLookup(id => id);

        var addresses = db.ContactIdentities.IgnoreQueryFilters().Where(row => ids.Contains(row.ContactId)).Select(row => new { row.ContactId, row.ChannelId });
        var threads = db.Threads.IgnoreQueryFilters().Where(row => ids.Contains(row.ContactId)).Select(row => new { row.ContactId, row.ChannelId });
        return (await addresses.Union(threads).ToListAsync(cancel)).OrderBy(home => home.ChannelId).ToLookup(home => home.ContactId, home => home.ChannelId);
    }

    private static Guid? ChannelOf(DomainEvent happened) => happened switch
    {
        ConversationEvent { Conversation: var conversation } => conversation.ChannelId,
        MessageEvent { Message: var message } => message.ChannelId,
        PostLearned { Post: var post } => post.ChannelId,
        PostMuted { Post: var post } => post.ChannelId,
        BroadcastChanged { Broadcast: var broadcast } => broadcast.ChannelId,
        _ => null,
    };

    private static (Guid? ThreadId, Guid? ConversationId) Subject(DomainEvent happened) => happened switch
    {
        ConversationEvent { Conversation: var conversation } => (conversation.ThreadId, conversation.Id),
        MessageEvent { Message: var message } => (message.ThreadId, message.ConversationId),
        _ => (null, null),
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
        ContactEvent about => about.ContactId,
        _ => null,
    };

    /// <summary>A message that was loaded without its files must not be told without them.</summary>
    private static async Task LoadAttachments(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var messages = events.OfType<MessageEvent>().Select(about => about.Message)
            .Concat(events.OfType<MessageTagsChanged>().Select(about => about.Tagged)).DistinctBy(message => message.Id).ToArray();
        if (messages.Length == 0) return;

        var ids = messages.Select(message => (Guid?)message.Id).ToArray();
        var files = await db.Attachments.IgnoreQueryFilters().AsNoTracking().Where(file => file.MessageId != null && ids.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
        foreach (var message in messages) message.Load(files.Where(file => file.MessageId == message.Id));
    }
}
