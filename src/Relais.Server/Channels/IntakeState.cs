using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>
/// What one batch of the intake works on: loaded with a handful of queries for all its facts together, changed by the
/// domain, written back with one prepared statement per table.
/// </summary>
internal sealed class IntakeState(RelaisDb db, DateTimeOffset now)
{
    private readonly Dictionary<(Guid Channel, string ExternalId), Guid> identities = [];
    private readonly Dictionary<Guid, Contact> contacts = [];
    private readonly Dictionary<(Guid Channel, Guid Contact, Visibility, string Post), Thread> threads = [];
    private readonly Dictionary<Guid, Conversation> open = [];
    private readonly Dictionary<(Guid Channel, string ExternalId), Message> messages = [];
    private readonly Dictionary<Guid, Message> messagesById = [];
    private readonly List<Entity> touched = [];
    private readonly Changes changes = new();

    public async Task Load(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        await LoadContacts(facts, cancel);
        await LoadThreads(facts, cancel);
        await LoadMessages(facts, cancel);
    }

    /// <summary>The person behind an address: known by any of its ids, or new. What is said of him is learned.</summary>
    public Contact Recognise(ConnectedChannel channel, Sender sender)
    {
        var contact = ContactOf(channel, sender);
        if (contact is null)
        {
            contact = new Contact(channel.OrganisationId, sender.Profile, now);
            contacts[contact.Id] = db.KnownContacts[contact.Id] = contact;
            changes.New(contact);
        }
        else
        {
            contact.Learn(sender.Profile, now);
        }

        AddIdentities(channel, contact, sender);
        return Touch(contact);
    }

    public Contact? ContactOf(ConnectedChannel channel, Sender sender)
    {
        foreach (var id in sender.Ids)
        {
            if (identities.TryGetValue((channel.Id, id), out var contactId)) return contacts[contactId];
        }

        return null;
    }

    /// <summary>Ids that the provider says are one person's, known as several contacts: from now on they are the first of them.</summary>
    public async Task Unite(ConnectedChannel channel, Sender sender, CancellationToken cancel)
    {
        if (sender.Ids.Count < 2 || ContactOf(channel, sender) is not { } contact) return;

        foreach (var id in sender.Ids)
        {
            if (identities.TryGetValue((channel.Id, id), out var otherId) && otherId != contact.Id) await Merge(contact, contacts[otherId], cancel);
        }
    }

    public void AddIdentities(ConnectedChannel channel, Contact? contact, Sender sender)
    {
        if (contact is null) return;

        foreach (var id in sender.Ids.Where(id => id.Length <= ContactIdentity.ExternalIdLimit))
        {
            if (identities.TryAdd((channel.Id, id), contact.Id)) changes.New(new ContactIdentity(contact, channel.Id, id, now));
        }
    }

    public Thread ThreadOf(ConnectedChannel channel, Contact contact, Visibility visibility, string? post)
    {
        var key = (channel.Id, contact.Id, visibility, post ?? "");
        if (threads.TryGetValue(key, out var thread)) return thread;

        thread = new Thread(channel.OrganisationId, channel.Id, contact, visibility, post, now);
        threads[key] = thread;
        changes.New(thread);
        return thread;
    }

    /// <summary>The one open conversation of the thread, or its next.</summary>
    public Conversation OpenConversation(Thread thread, Actor by)
    {
        if (open.TryGetValue(thread.Id, out var conversation)) return Touch(conversation);

        conversation = thread.Open(by, now);
        open[thread.Id] = conversation;
        changes.New(conversation);
        return Touch(conversation);
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

    /// <summary>Our answers on this thread, until an instant, that the contact was not known to have read.</summary>
    public async Task<IReadOnlyList<Message>> Unread(Thread thread, DateTimeOffset until, CancellationToken cancel)
    {
        var unread = await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(message => message.ThreadId == thread.Id && message.Direction == Direction.Out && message.At <= until
                && (message.Delivery == DeliveryStatus.Sent || message.Delivery == DeliveryStatus.Delivered))
            .ToListAsync(cancel);
        return [.. unread.Select(message => Touch(Known(message)))];
    }

    /// <summary>What this batch has done so far is written first: then everything the two have can be read from the store.</summary>
    private async Task Merge(Contact contact, Contact other, CancellationToken cancel)
    {
        await Save(cancel);
        var (ours, theirs) = await HoldThreads(contact.Id, other.Id, cancel);
        var moving = await db.ContactIdentities.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == other.Id).ToListAsync(cancel);
        var conversations = await db.Conversations.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == other.Id).OrderBy(row => row.Id).ToListAsync(cancel);
        foreach (var entity in ours.Concat<Entity>(theirs).Concat(moving).Concat(conversations)) changes.Watch(entity);

        changes.New(contact.Merge(new Belongings(other, moving, theirs, conversations), ours, Actor.System, now));
        Touch(contact);
        foreach (var conversation in conversations) Touch(conversation);
        foreach (var identity in moving) identities[(identity.ChannelId, identity.ExternalId)] = contact.Id;
        foreach (var key in threads.Keys.Where(key => key.Contact == contact.Id || key.Contact == other.Id).ToList()) threads.Remove(key);
        foreach (var thread in ours.Concat(theirs)) Remember(thread);
        foreach (var conversation in conversations.Where(row => !row.IsResolved)) open[conversation.ThreadId] = conversation;
    }

    private async Task<(List<Thread> Ours, List<Thread> Theirs)> HoldThreads(Guid contactId, Guid otherId, CancellationToken cancel)
    {
        var both = db.Threads.IgnoreQueryFilters().AsNoTracking().Where(row => row.ContactId == contactId || row.ContactId == otherId);
        await db.Dialect.LockThreads(db, await both.Select(row => row.Id).ToArrayAsync(cancel), cancel);
        var held = await both.OrderBy(row => row.Id).ToListAsync(cancel);
        return ([.. held.Where(row => row.ContactId == contactId)], [.. held.Where(row => row.ContactId == otherId)]);
    }

    public Task<Domain.Channels.Channel> Channel(Guid id, CancellationToken cancel) =>
        db.Channels.IgnoreQueryFilters().FirstAsync(row => row.Id == id, cancel);

    /// <summary>After each fact, so that events keep the order in which things happened.</summary>
    public void CollectEvents()
    {
        foreach (var entity in touched.Where(entity => entity.Events.Count > 0))
        {
            db.Happened(entity.Events);
            entity.ForgetEvents();
        }

        touched.Clear();
    }

    /// <summary>Writes what has changed since it was last called.</summary>
    public async Task Save(CancellationToken cancel)
    {
        foreach (var organisation in changes.Added<Conversation>().GroupBy(conversation => conversation.OrganisationId))
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
            identities[(row.identity.ChannelId, row.identity.ExternalId)] = row.contact.Id;
            if (contacts.TryAdd(row.contact.Id, row.contact)) changes.Watch(row.contact);
            db.KnownContacts[row.contact.Id] = contacts[row.contact.Id];
        }
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
    }

    private async Task LoadMessages(IReadOnlyList<Fact> facts, CancellationToken cancel)
    {
        var channelIds = facts.Select(fact => fact.Channel.Id).Distinct().ToArray();
        var externalIds = facts.SelectMany(fact => fact.Inbound.Messages()).Distinct(StringComparer.Ordinal).ToArray();
        var ownIds = facts.Select(fact => (fact.Inbound as StatusIn)?.MessageId).OfType<Guid>().Distinct().ToArray();
        await HoldUnnamedThreads(facts, channelIds, ownIds, cancel);
        if (externalIds.Length > 0)
        {
            foreach (var message in await db.Messages.IgnoreQueryFilters().AsNoTracking()
                .Where(row => channelIds.Contains(row.ChannelId) && externalIds.Contains(row.ExternalId)).ToListAsync(cancel))
                Remember(message);
        }

        if (ownIds.Length > 0)
        {
            foreach (var message in await db.Messages.IgnoreQueryFilters().AsNoTracking()
                .Where(row => ownIds.Contains(row.Id)).ToListAsync(cancel))
                Known(message);
        }
    }

    /// <summary>A status names no person: its thread is held before its message is read, or the outbox, which writes down at that very
    /// moment how sending ended, would find the message changed under its hands.</summary>
    private async Task HoldUnnamedThreads(IReadOnlyList<Fact> facts, Guid[] channelIds, Guid[] ownIds, CancellationToken cancel)
    {
        if (!db.Dialect.IsShared) return;

        var externalIds = facts.Where(fact => !fact.Inbound.Senders().Any()).SelectMany(fact => fact.Inbound.Messages()).Distinct(StringComparer.Ordinal).ToArray();
        if (externalIds.Length + ownIds.Length == 0) return;

        var byExternalId = await db.Messages.IgnoreQueryFilters().Where(row => channelIds.Contains(row.ChannelId) && externalIds.Contains(row.ExternalId))
            .Select(row => row.ThreadId).ToListAsync(cancel);
        var byOwnId = await db.Messages.IgnoreQueryFilters().Where(row => ownIds.Contains(row.Id)).Select(row => row.ThreadId).ToListAsync(cancel);
        Guid[] held = [.. byExternalId.Union(byOwnId)];
        if (held.Length > 0) await db.Dialect.LockThreads(db, held, cancel);
    }

    /// <summary>A thread that goes on in another takes in nothing new.</summary>
    private void Remember(Thread thread)
    {
        if (thread.ContinuedBy is null) threads[(thread.ChannelId, thread.ContactId, thread.Visibility, thread.Post)] = thread;
    }

    private void Remember(Message message)
    {
        messagesById[message.Id] = message;
        if (message.ExternalId is { } externalId) messages[(message.ChannelId, externalId)] = message;
        changes.Watch(message);
    }

    /// <summary>What is new, and what is no longer as it was loaded.</summary>
    private sealed class Changes
    {
        private readonly List<Entity> added = [];
        private readonly List<(Entity Entity, int Version)> watched = [];

        public void New(Entity entity) => added.Add(entity);

        public void Watch(Entity entity) => watched.Add((entity, entity.Version));

        public IReadOnlyList<T> Added<T>() => [.. added.OfType<T>()];

        public async Task Write(RelaisDb db, CancellationToken cancel)
        {
            await Bulk.Insert(db, Added<Contact>(), cancel);
            await Bulk.Insert(db, Added<ContactIdentity>(), cancel);
            await Bulk.Insert(db, Added<Thread>(), cancel);
            await Bulk.Insert(db, Added<Conversation>(), cancel);
            await Bulk.Insert(db, Added<Message>(), cancel);
            await Bulk.Insert(db, Added<Attachment>(), cancel);
            await Bulk.Insert(db, Added<ContactMerge>(), cancel);
            await Bulk.Update(db, Changed<Contact>(), cancel);
            await Bulk.Update(db, Changed<ContactIdentity>(), cancel);
            // Of twins, first the one that goes on no more: there is never room for two.
            await Bulk.Update(db, [.. Changed<Thread>().OrderBy(thread => thread.ContinuedBy is null)], cancel);
            await Bulk.Update(db, Changed<Conversation>(), cancel);
            await Bulk.Update(db, Changed<Message>(), cancel);
            IsWritten();
        }

        private void IsWritten()
        {
            List<Entity> all = [.. watched.Select(entry => entry.Entity), .. added];
            watched.Clear();
            added.Clear();
            foreach (var entity in all) Watch(entity);
        }

        private List<T> Changed<T>()
            where T : Entity =>
            [.. watched.Where(entry => entry.Entity.Version != entry.Version).Select(entry => entry.Entity).OfType<T>()];
    }
}

/// <summary>What must be loaded before a fact can be applied.</summary>
internal static class InboundNeeds
{
    /// <summary>The person a fact is about, with every id the provider says is his.</summary>
    public static Sender? Person(this Inbound inbound) => inbound switch
    {
        IdentityIn fact => fact.Now with { Ids = [.. fact.Before.Ids, .. fact.Now.Ids] },
        _ => inbound.Senders().FirstOrDefault(),
    };

    public static IEnumerable<Sender> Senders(this Inbound inbound) => inbound switch
    {
        MessageIn fact => [fact.From],
        EchoIn fact => [fact.To],
        ReactionIn fact => [fact.From],
        ReadIn fact => [fact.From],
        IdentityIn fact => [fact.Before, fact.Now],
        _ => [],
    };

    public static IEnumerable<string> Messages(this Inbound inbound) => inbound switch
    {
        MessageIn fact => Some(fact.ExternalId, fact.ReplyToExternalId),
        EchoIn fact => Some(fact.ExternalId, fact.ReplyToExternalId),
        ReactionIn fact => [fact.TargetExternalId],
        EditIn fact => [fact.TargetExternalId],
        RemovalIn fact => [fact.TargetExternalId],
        StatusIn fact => Some(fact.ExternalId, null),
        _ => [],
    };

    public static bool HasFiles(this Inbound inbound) => inbound switch
    {
        MessageIn fact => fact.Files.Count > 0,
        EchoIn fact => fact.Files.Count > 0,
        _ => false,
    };

    private static IEnumerable<string> Some(string? first, string? second) => new[] { first, second }.OfType<string>();
}
