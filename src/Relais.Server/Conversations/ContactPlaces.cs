using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Security;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Conversations;

/// <summary>Where else the contact of a conversation can be written to in private, as one member sees it; and the way there.</summary>
public sealed class ContactPlaces(RelaisDb db, CurrentMember me, ConnectedChannels channels, TimeProvider clock)
{
    /// <summary>Every other channel where he is known, or where his number or mailbox would do; by name.</summary>
    public async Task<IReadOnlyList<ContactPlace>> Of(Conversation from, CancellationToken cancel)
    {
        var contact = await db.Contacts.AsNoTracking().FirstAsync(row => row.Id == from.ContactId, cancel);
        var others = (await db.Channels.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancel))
            .Where(row => row.Id != from.ChannelId && me.MaySee(row.Id)).ToList();
        var known = await Known.Of(contact, db, me, cancel);
        var reach = await channels.ReachOf(db, contact, known.Identities, cancel);
        var places = new List<ContactPlace>();
        foreach (var channel in others)
        {
            if (await Look(channel, known, reach, cancel) is { } place) places.Add(place);
        }

        return places;
    }

    /// <exception cref="RuleViolation"><c>place.closed</c>: he cannot be written to there, or not any more.</exception>
    public async Task<ContactPlace> Find(Conversation from, Guid channelId, CancellationToken cancel) =>
        (await Of(from, cancel)).FirstOrDefault(place => place.ChannelId == channelId) is { Obstacle: null } place
            ? place
            : throw new RuleViolation("place.closed", "The contact cannot be written to there: open the list again to see why.");

    /// <summary>Makes the contact known there: under which address, and that he agreed.</summary>
    /// <exception cref="RuleViolation"><c>consent.needed</c>, and what <see cref="Consent"/> refuses.</exception>
    public async Task Enter(ContactPlace place, Guid contactId, string? consent, CancellationToken cancel)
    {
        if (place.NeedsConsent && string.IsNullOrWhiteSpace(consent))
            throw new RuleViolation("consent.needed", "Before the first message here, say how you know that the contact agrees.");

        var contact = await db.Contacts.FirstAsync(row => row.Id == contactId, cancel);
        if (place.NeedsConsent) db.Consents.Add(new Consent(contact, place.ChannelId, isGiven: true, consent!, me.AsActor(), clock.GetUtcNow()));
        if (place.IsNew) db.ContactIdentities.Add(new ContactIdentity(contact, place.ChannelId, place.Address!, clock.GetUtcNow()));
    }

    /// <summary>Null where it is none of his places: he is unknown there and nobody can write first.</summary>
    private async Task<ContactPlace?> Look(Channel channel, Known known, Reach reach, CancellationToken cancel)
    {
        var thread = known.Threads.Find(row => row.ChannelId == channel.Id);
        var open = thread is null ? null : known.Open.GetValueOrDefault(thread.Id);
        var own = known.Identities.FindLast(row => row.ChannelId == channel.Id)?.ExternalId;
        var consent = known.Consents.GetValueOrDefault(channel.Id);
        if (await channels.Find(db, channel.Id, cancel) is not { } connected)
            return own is null ? null : new ContactPlace(channel.Id, own, ReplyWindow.Unlimited, thread, open, consent, PlaceObstacle.Disconnected);

        var can = channels.CapabilitiesOf(connected);
        if (own is null && !can.WritesFirst) return null;

        var address = own ?? channels.KindOf(connected).AddressOf(connected, reach);
        var window = thread is null ? new ReplyWindow(null, can.ReplyWindowHours is null) : ReplyWindow.Of(thread, can.ReplyWindowHours, clock.GetUtcNow());
        var hasWritten = thread?.LastInboundAt is not null;
        var place = new ContactPlace(channel.Id, address, window, thread, open, consent, null)
        {
            IsNew = own is null,
            NeedsConsent = can.AsksConsent && !hasWritten && consent is not { IsGiven: true },
        };
        return place with { Obstacle = await ObstacleOf(place, can, hasWritten, cancel) };
    }

    private async Task<PlaceObstacle?> ObstacleOf(ContactPlace place, Capabilities can, bool hasWritten, CancellationToken cancel) =>
        place.Address is null ? PlaceObstacle.NoAddress
        : !hasWritten && !can.WritesFirst ? PlaceObstacle.NeverWrote
        : place.Consent is { IsGiven: false } && place.Window is not { IsOpen: true, ClosesAt: not null } ? PlaceObstacle.OptedOut
        : place.NeedsTemplate && !can.Templates ? PlaceObstacle.WindowClosed
        : place.IsNew && await db.ContactIdentities.AnyAsync(row => row.ChannelId == place.ChannelId && row.ExternalId == place.Address, cancel) ? PlaceObstacle.SomebodyElse
        : place.Open is { } open && !await db.Conversations.VisibleTo(me, db).AnyAsync(row => row.Id == open.Id, cancel) ? PlaceObstacle.ForOthers
        : null;

    /// <summary>What the store holds of a contact that matters here, as far as this member may see it.</summary>
    private sealed record Known(
        List<ContactIdentity> Identities, List<Thread> Threads, Dictionary<Guid, Conversation> Open, IReadOnlyDictionary<Guid, Consent> Consents)
    {
        public static async Task<Known> Of(Contact contact, RelaisDb db, CurrentMember me, CancellationToken cancel)
        {
            var identities = await db.ContactIdentities.AsNoTracking().Where(row => row.ContactId == contact.Id).OrderBy(row => row.Id).ToListAsync(cancel);
            var threads = await db.Threads.AsNoTracking()
                .Where(row => row.ContactId == contact.Id && row.Visibility == Visibility.Private && row.ContinuedBy == null).ToListAsync(cancel);
            var ids = threads.ConvertAll(thread => thread.Id);
            var open = await db.Conversations.AsNoTracking().Where(row => ids.Contains(row.ThreadId) && row.State != ConversationState.Resolved).ToDictionaryAsync(row => row.ThreadId, cancel);
            return new Known(identities.FindAll(row => me.MaySee(row.ChannelId)), threads, open, await db.ConsentsOf(contact, cancel));
        }
    }
}
