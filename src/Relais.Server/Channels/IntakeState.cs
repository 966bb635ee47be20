using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Contacts;
using Relais.Server.People;
using Relais.Server.Persistence;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>
/// What one batch of the intake works on: loaded with a handful of queries for all its facts together, changed by the
/// domain, written back with one prepared statement per table.
/// </summary>
internal sealed partial class IntakeState(RelaisDb db, ContactBooks books, DateTimeOffset now)
{
    private readonly Dictionary<(Guid Channel, string ExternalId), ContactIdentity> identities = [];
    private readonly Dictionary<Guid, Contact> contacts = [];
    private readonly Dictionary<(Guid Channel, Guid Contact, Visibility, string Post), Thread> threads = [];
    private readonly Dictionary<Guid, Thread> threadsById = [];
    private readonly Dictionary<Guid, Conversation> open = [];
    private IReadOnlyDictionary<Guid, Absence> absences = new Dictionary<Guid, Absence>();
    private readonly Dictionary<(Guid Channel, string ExternalId), Message> messages = [];
    private readonly Dictionary<Guid, Message> messagesById = [];
    private readonly Dictionary<Guid, AttributeBook> attributes = [];
    private readonly List<Entity> touched = [];
    private readonly Changes changes = new();

    public async Task Load(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        await LoadParts(facts, cancel);
        await LoadAttributes(facts, cancel);
        await LoadContacts(facts, cancel);
        await LoadAnswered(facts, cancel);
        await LoadThreads(facts, cancel);
        await LoadMessages(facts, cancel);
        await LoadPosts(facts, cancel);
    }

    public Thread ThreadOf(ConnectedChannel channel, Contact contact, Visibility visibility, string? post)
    {
        var key = (channel.Id, contact.Id, visibility, post ?? "");
        if (threads.TryGetValue(key, out var thread)) return thread;

        thread = new Thread(channel.OrganisationId, channel.Id, contact, visibility, post, now);
        Remember(thread);
        changes.New(thread);
        return thread;
    }

    /// <summary>The one open conversation of the thread, or its next: what was over at once is not.</summary>
    public Conversation OpenConversation(Thread thread, Actor by)
    {
        if (open.TryGetValue(thread.Id, out var conversation) && !conversation.IsResolved) return Touch(conversation);

        conversation = thread.Open(by, now);
        open[thread.Id] = conversation;
        changes.New(conversation);
        return Touch(conversation);
    }

    /// <summary>The one open conversation of the thread, as this batch knows it.</summary>
    public Conversation? Open(Thread thread) => open.TryGetValue(thread.Id, out var conversation) && !conversation.IsResolved ? Touch(conversation) : null;

    /// <summary>One that is over, to write into it what still belongs to it.</summary>
    public async Task<Conversation?> Recall(Guid id, CancellationToken cancel)
    {
        if (open.Values.FirstOrDefault(one => one.Id == id) is { } known) return Touch(known);
        if (await db.Conversations.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.State == ConversationState.Resolved, cancel) is not { } found) return null;

        open[found.ThreadId] = found;
        changes.Watch(found);
        return Touch(found);
    }

    /// <summary>Whoever has it is out while the contact writes again: another can take it.</summary>
    public void ReleaseFromAbsent(Conversation conversation)
    {
        if (conversation.AssigneeId is { } holder && absences.TryGetValue(holder, out var absence)) conversation.Release(absence, now);
    }

    public Message? Message(ConnectedChannel channel, string externalId) =>
        messages.TryGetValue((channel.Id, externalId), out var message) ? Touch(message) : null;

    public Message? Message(ConnectedChannel channel, StatusIn status) =>
        status.MessageId is { } id && messagesById.GetValueOrDefault(id) is { } message && message.ChannelId == channel.Id ? Touch(message)
        : status.ExternalId is { } externalId ? Message(channel, externalId)
        : null;

    public void Add(Message message)
    {
        messages[(message.ChannelId, message.ExternalId!)] = Touch(message);
        changes.New(message);
        foreach (var file in message.Attachments) changes.New(file);
    }

    /// <summary>What somebody said of being written to.</summary>
    public void Note(Consent consent) => changes.New(Touch(consent));

    /// <summary>What is answered by itself.</summary>
    public void Say(Message message) => changes.New(Touch(message));

    /// <summary>Our direct answers to a contact on a channel, until an instant, that he was not known to have read.</summary>
    public async Task<IReadOnlyList<Message>> Unread(ConnectedChannel channel, Contact contact, DateTimeOffset until, CancellationToken cancel)
    {
        var his = threadsById.Values.Where(row => row.ContactId == contact.Id && row.ChannelId == channel.Id && row.Visibility == Visibility.Private)
            .Select(row => row.Id).ToArray();
        var unread = await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(message => his.Contains(message.ThreadId) && message.Direction == Direction.Out && message.At <= until
                && (message.Delivery == DeliveryStatus.Sent || message.Delivery == DeliveryStatus.Delivered))
            .ToListAsync(cancel);
        return [.. unread.Select(message => Touch(Known(message)))];
    }

    public Task<Domain.Channels.Channel> Channel(Guid id, CancellationToken cancel) =>
        db.Channels.IgnoreQueryFilters().FirstAsync(row => row.Id == id, cancel);

    /// <summary>After each fact, so that events keep the order in which things happened.</summary>
    public void CollectEvents()
    {
        foreach (var entity in touched) db.TakeEventsOf(entity);
        touched.Clear();
    }

    /// <summary>Writes what has changed since it was last called.</summary>
    public async Task Save(CancellationToken cancel)
    {
        foreach (var organisation in changes.Added<Conversation>().Where(conversation => conversation.Number == 0).GroupBy(conversation => conversation.OrganisationId))
        {
            var last = await db.Count(organisation.Key, "conversations", organisation.Count(), cancel);
            var number = (int)last - organisation.Count();
            foreach (var conversation in organisation) conversation.TakeNumber(++number);
        }

        await changes.Write(db, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What a fact was given to work with may have something to tell afterwards; nothing else can have.</summary>
    private T Touch<T>(T entity)
        where T : Entity
    {
        touched.Add(entity);
        return entity;
    }

    private Message Known(Message message)
    {
        if (messagesById.TryGetValue(message.Id, out var known)) return known;

        Remember(message);
        return message;
    }

    private async Task LoadAttributes(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        foreach (var organisationId in facts.Where(fact => fact.Inbound.Senders().Any(sender => sender.Profile.Attributes.Count > 0))
            .Select(fact => fact.Channel.OrganisationId).Distinct())
            attributes[organisationId] = (await books.Of(db, organisationId, cancel)).Attributes;
    }

    private async Task LoadContacts(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        var ids = facts.SelectMany(fact => fact.Inbound.Senders()).SelectMany(sender => sender.Ids).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length == 0) return;

        var found = await (
            from identity in db.ContactIdentities.IgnoreQueryFilters().AsNoTracking()
            join contact in db.Contacts.IgnoreQueryFilters().AsNoTracking() on identity.ContactId equals contact.Id
            where channelIds.Contains(identity.ChannelId) && ids.Contains(identity.ExternalId)
            select new { identity, contact }).ToListAsync(cancel);
        foreach (var row in found)
        {
            Remember(row.identity);
            if (contacts.TryAdd(row.contact.Id, row.contact)) changes.Watch(row.contact);
            db.KnownContacts[row.contact.Id] = contacts[row.contact.Id];
        }

        if (facts.Any(fact => fact.Inbound.IsSaidOfSeveralIds())) await LoadOtherIdentities(channelIds, cancel);
    }

    /// <summary>Whether two ids can be one person's is told by the ids he is known by already.</summary>
    private async Task LoadOtherIdentities(Guid[] channelIds, CancellationToken cancel)
    {
        var contactIds = contacts.Keys.ToArray();
        var others = await db.ContactIdentities.IgnoreQueryFilters().AsNoTracking()
            .Where(row => channelIds.Contains(row.ChannelId) && contactIds.Contains(row.ContactId)).ToListAsync(cancel);
        foreach (var identity in others.Where(row => !identities.ContainsKey((row.ChannelId, row.ExternalId)))) Remember(identity);
    }

    private async Task LoadThreads(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        if (contacts.Count == 0) return;

        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        var contactIds = contacts.Keys.ToArray();
        var ids = await db.Threads.IgnoreQueryFilters()
            .Where(thread => channelIds.Contains(thread.ChannelId) && contactIds.Contains(thread.ContactId))
            .Select(thread => thread.Id).ToArrayAsync(cancel);
        if (ids.Length == 0) return;

        await db.Dialect.LockThreads(db, ids, cancel);
        var found = await db.Threads.IgnoreQueryFilters().AsNoTracking().Where(thread => ids.Contains(thread.Id)).ToListAsync(cancel);
        foreach (var thread in found)
        {
            Remember(thread);
            changes.Watch(thread);
        }

        var conversations = await db.Conversations.IgnoreQueryFilters().AsNoTracking()
            .Where(row => ids.Contains(row.ThreadId) && row.State != ConversationState.Resolved).ToListAsync(cancel);
        foreach (var conversation in conversations)
        {
            open[conversation.ThreadId] = conversation;
            changes.Watch(conversation);
        }

        absences = await db.AbsencesOf(
            [.. conversations.Where(row => row.State == ConversationState.Pending).Select(row => row.AssigneeId).OfType<Guid>().Distinct()], cancel);
    }

    private async Task LoadMessages(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        var externalIds = facts.SelectMany(fact => fact.Inbound.Messages()).Distinct(StringComparer.Ordinal).ToArray();
        var ownIds = facts.Select(fact => (fact.Inbound as StatusIn)?.MessageId).OfType<Guid>().Union(wholes.Values).ToArray();
        await HoldUnnamedThreads(facts, channelIds, ownIds, cancel);
        if (externalIds.Length > 0)
        {
            Guid[] searched = [.. channelIds, .. await LoadSiblings(facts, cancel)];
            foreach (var message in await db.Messages.IgnoreQueryFilters().AsNoTracking()
                .Where(row => searched.Contains(row.ChannelId) && row.ExternalId != null && externalIds.Contains(row.ExternalId)).ToListAsync(cancel))
                Remember(message);
        }

        if (ownIds.Length > 0)
        {
            foreach (var message in await db.Messages.IgnoreQueryFilters().AsNoTracking()
                .Where(row => ownIds.Contains(row.Id)).ToListAsync(cancel))
                Known(message);
            KnowParts();
        }

        await LoadUnderWay(facts, cancel);
    }

    /// <summary>A status names no person: its thread is held before its message is read, or the outbox, which writes down at that very
    /// moment how sending ended, would find the message changed under its hands.</summary>
    private async Task HoldUnnamedThreads(IReadOnlyList<Fact> facts, Guid[] channelIds, Guid[] ownIds, CancellationToken cancel)
    {
        if (!db.Dialect.IsShared) return;

        var externalIds = facts.Where(fact => !fact.Inbound.Senders().Any()).SelectMany(fact => fact.Inbound.Messages()).Distinct(StringComparer.Ordinal).ToArray();
        if (externalIds.Length + ownIds.Length == 0) return;

        var byExternalId = await db.Messages.IgnoreQueryFilters().Where(row => channelIds.Contains(row.ChannelId) && row.ExternalId != null && externalIds.Contains(row.ExternalId))
            .Select(row => row.ThreadId).ToListAsync(cancel);
        var byOwnId = await db.Messages.IgnoreQueryFilters().Where(row => ownIds.Contains(row.Id)).Select(row => row.ThreadId).ToListAsync(cancel);
        Guid[] held = [.. byExternalId.Union(byOwnId)];
        if (held.Length > 0) await db.Dialect.LockThreads(db, held, cancel);
    }

    private void Remember(ContactIdentity identity)
    {
        identities[(identity.ChannelId, identity.ExternalId)] = identity;
        changes.Watch(identity);
    }

    /// <summary>A thread that goes on in another takes in nothing new.</summary>
    private void Remember(Thread thread)
    {
        threadsById[thread.Id] = thread;
        if (thread.ContinuedBy is null) threads[(thread.ChannelId, thread.ContactId, thread.Visibility, thread.Post)] = thread;
    }

    private void Remember(Message message)
    {
        messagesById[message.Id] = message;
        if (message.ExternalId is { } externalId) messages[(message.ChannelId, externalId)] = message;
        changes.Watch(message);
    }
}
