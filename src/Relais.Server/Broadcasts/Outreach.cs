using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Broadcasts;

/// <summary>
/// Writes one proactive message into its conversation, from where it leaves as any answer does. The message and the row that asked for it
/// change in one transaction: whatever is killed, nobody gets it twice and nobody is forgotten.
/// </summary>
public sealed class Outreach(ConnectedChannels channels, TimeProvider clock)
{
    /// <param name="db">In a transaction.</param>
    /// <param name="row">Still waiting.</param>
    /// <param name="broadcast">Whose it is; null when a program sends it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task Write(RelaisDb db, ProactiveMessage row, Broadcast? broadcast, CancellationToken cancel)
    {
        // Who somebody is must not change while it is looked at.
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        if (await channels.Find(db, row.ChannelId, cancel) is not { } channel)
        {
            row.LeaveOut(LeftOutReason.Disconnected);
            return;
        }

        var approach = (await new Approaches(db, channels).Of(channel, [await CandidateOf(db, row, cancel)], row.Consent is not null, cancel))[0];
        if (approach.Obstacle is { } obstacle) row.LeaveOut(obstacle);
        else if (await HasIt(db, row, approach.Contact, cancel)) row.LeaveOut(LeftOutReason.Double);
        else await Write(db, row, broadcast, channel, approach, cancel);
    }

    /// <summary>Whoever he is by now: contacts become one, and a number that nobody had may be somebody's.</summary>
    private static async Task<Candidate> CandidateOf(RelaisDb db, ProactiveMessage row, CancellationToken cancel)
    {
        var contact = row.ContactId is { } id ? await db.Contacts.AsNoTracking().Standing(id, db, cancel) : null;
        return new Candidate(contact, row.Name, Address: contact is null ? row.Address : null);
    }

    /// <summary>Two people of a broadcast may have turned out to be one since.</summary>
    private static async Task<bool> HasIt(RelaisDb db, ProactiveMessage row, Contact? contact, CancellationToken cancel) =>
        row.BroadcastId is { } broadcast && contact is not null
        && await db.ProactiveMessages.AnyAsync(other => other.BroadcastId == broadcast && other.ContactId == contact.Id && other.State == ProactiveState.Written, cancel);

    private async Task Write(RelaisDb db, ProactiveMessage row, Broadcast? broadcast, ConnectedChannel channel, Approach approach, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var contact = approach.Contact ?? Meet(db, row, channel, approach.Address!, now);
        if (approach.IsNew) db.ContactIdentities.Add(new ContactIdentity(contact, channel.Id, approach.Address!, now));
        if (approach.NeedsConsent) db.Consents.Add(new Consent(contact, channel.Id, isGiven: true, row.Consent!, row.Author, now));

        var conversation = await db.OpenPrivately(contact, channel.Id, row.Author, now, cancel);
        var message = Message.ToContact(conversation, row.Content, row.Id, row.Author, now, undoFor: TimeSpan.Zero);
        conversation.Carry(message, broadcast is null ? null : new Named(broadcast.Id, broadcast.Name), isBegunForIt: db.Entry(conversation).State == EntityState.Added);
        db.Messages.Add(message);
        row.Become(message, contact, now);
    }

    private Contact Meet(RelaisDb db, ProactiveMessage row, ConnectedChannel channel, string address, DateTimeOffset now)
    {
        var contact = new Contact(row.OrganisationId, new Profile(row.Name, Phone: channels.KindOf(channel).ReachOf(address).Phone), now);
        db.Contacts.Add(contact);
        db.KnownContacts[contact.Id] = contact;
        db.NewContacts.Add(contact);
        return contact;
    }
}
