using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Contacts;

namespace Relais.Server.Channels;

/// <summary>Who is who: by which ids people are found, and when two contacts turn out to be one.</summary>
internal sealed partial class IntakeState
{
    /// <summary>No operator gives a number to somebody else sooner.</summary>
    private static readonly TimeSpan NumberRest = TimeSpan.FromDays(1);

    /// <summary>The person behind an address: known by any of its ids, or new. What is said of him is learned.</summary>
    public Contact Recognise(ConnectedChannel channel, Sender sender)
    {
        var contact = ContactOf(channel, sender);
        if (contact is null) contact = Meet(channel, sender);
        else if (sender.IsDoubtful || sender.Ids.All(id => identities.GetValueOrDefault((channel.Id, id)) is not { IsSecondary: false })) contact.Complete(Known(channel, sender.Profile), now);
        else contact.Learn(Known(channel, sender.Profile), now);

        AddIdentities(channel, contact, sender);
        return Touch(contact);
    }

    /// <summary>Somebody we know has another id from now on.</summary>
    public void Rename(ConnectedChannel channel, Contact? contact, IdentityIn fact)
    {
        if (contact is null) return;

        contact.Learn(Known(channel, fact.Now.Profile), now);
        AddIdentities(channel, contact, fact.Now);
        Touch(contact);
    }

    public Contact? ContactOf(ConnectedChannel channel, Sender sender) =>
        sender.Ids.Select(id => Holder(channel, id)).FirstOrDefault(contact => contact is not null);

    /// <summary>
    /// Before a fact is applied: ids the provider names in one breath are one person's, so contacts known by them become one, the one
    /// known longest. Unless it is a number that came into other hands: then it leaves its former holder, with whom his history stays.
    /// </summary>
    /// <returns>The person all of it is about; null when there was nothing to decide, or nobody is known.</returns>
    public async Task<Contact?> Unite(Fact fact, CancellationToken cancel)
    {
        if (!fact.Inbound.IsSaidOfSeveralIds()) return null;

        var (channel, who) = (fact.Channel, fact.Inbound is IdentityIn change ? change.Now : fact.Inbound.Senders().First());
        string[] told = [.. fact.Inbound.Senders().SelectMany(sender => sender.Ids).Distinct(StringComparer.Ordinal)];
        string[] foreign = [.. told.Where(id => IsForeign(fact, id, told))];
        var person = await Unite([.. told.Except(foreign).Select(id => Holder(channel, id)).OfType<Contact>().Distinct()], cancel);
        if (foreign.Length == 0) return person;

        if (person is null && fact.Inbound is not IdentityIn) person = Meet(channel, who);
        foreach (var id in foreign.Where(id => person is not null && who.Ids.Contains(id))) PassOn(identities[(channel.Id, id)], person!, who.Profile);
        return person;
    }

    private async Task<Contact?> Unite(IReadOnlyList<Contact> people, CancellationToken cancel)
    {
        var first = people.OrderBy(contact => contact.CreatedAt).ThenBy(contact => contact.Id).FirstOrDefault();
        foreach (var other in people.Where(contact => contact != first)) await Merge(first!, other, cancel);
        return first;
    }

    /// <summary>Whether the contact known by this id is not the one who is spoken of.</summary>
    private bool IsForeign(Fact fact, string id, string[] told)
    {
        if (!fact.Kind.IsLent(id) || Holder(fact.Channel, id) is not { } holder) return false;

        string[] known = [.. identities.Values.Where(row => row.ChannelId == fact.Channel.Id && row.ContactId == holder.Id).Select(row => row.ExternalId)];
        if (fact.Kind.IsSomebodyElse(known, told)) return true;

        // He says he has changed to this number: whoever wrote from it long before was another.
        return fact.Inbound is IdentityIn change && !change.Before.Ids.Contains(id)
            && !known.Any(told.Where(one => one != id).Contains) && holder.CreatedAt < change.At - NumberRest;
    }

    private void PassOn(ContactIdentity identity, Contact to, Profile told)
    {
        var former = contacts[identity.ContactId];
        identity.BelongTo(to);
        former.Lose(told.Phone, now);
        Touch(former);
    }

    /// <summary>What this batch has done so far is written first: then everything the two have can be read from the store.</summary>
    private async Task Merge(Contact contact, Contact other, CancellationToken cancel)
    {
        await Save(cancel);
        var (ours, theirs) = (await db.BelongingsOf(contact, cancel), await db.BelongingsOf(other, cancel));
        foreach (var entity in ours.Moveable().Concat(theirs.Moveable())) changes.Watch(entity);
        changes.New(contact.Merge(theirs, ours.Threads, Actor.System, now));

        Touch(contact);
        foreach (var conversation in theirs.Conversations) Touch(conversation);
        foreach (var key in threads.Keys.Where(key => key.Contact == contact.Id || key.Contact == other.Id).ToList()) threads.Remove(key);
        foreach (var thread in ours.Threads.Concat(theirs.Threads)) Remember(thread);
        foreach (var identity in ours.Identities.Concat(theirs.Identities)) identities[(identity.ChannelId, identity.ExternalId)] = identity;
        foreach (var conversation in ours.Conversations.Concat(theirs.Conversations).Where(row => !row.IsResolved)) open[conversation.ThreadId] = conversation;
    }

    private Contact Meet(ConnectedChannel channel, Sender sender)
    {
        var contact = new Contact(channel.OrganisationId, Known(channel, sender.Profile), now);
        contacts[contact.Id] = db.KnownContacts[contact.Id] = contact;
        db.NewContacts.Add(contact);
        changes.New(contact);
        return contact;
    }

    /// <summary>Of what a channel tells, what the organisation wants to know.</summary>
    private Profile Known(ConnectedChannel channel, Profile told) => told.Attributes.Count == 0
        ? told
        : told with { Attributes = attributes[channel.OrganisationId].Accept(told.Attributes) };

    private Contact? Holder(ConnectedChannel channel, string id) =>
        identities.TryGetValue((channel.Id, id), out var identity) ? contacts[identity.ContactId] : null;

    private void AddIdentities(ConnectedChannel channel, Contact contact, Sender sender)
    {
        foreach (var id in sender.Ids.Where(id => id.Length <= ContactIdentity.ExternalIdLimit && !identities.ContainsKey((channel.Id, id))))
        {
            var identity = new ContactIdentity(contact, channel.Id, id, now);
            identities[(channel.Id, id)] = identity;
            changes.New(identity);
        }
    }
}
