using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.Broadcasts;

/// <summary>Somebody who might be written to: a contact, or a number in a list.</summary>
/// <param name="Name">As the list calls him.</param>
/// <param name="Number">As it stands in the list.</param>
/// <param name="Values">What fills the template's gaps for him, where the list says it.</param>
/// <param name="Line">In which line of the list he stands; null = no list.</param>
/// <param name="Address">His id there, where it was found before.</param>
internal sealed record Candidate(
    Contact? Contact, string? Name = null, string? Number = null, IReadOnlyList<string>? Values = null, int? Line = null, string? Address = null);

/// <summary>Whether somebody may be written to first on a channel, and where.</summary>
/// <param name="Contact">Null when nobody is known under the address.</param>
/// <param name="Address">His id there.</param>
/// <param name="IsNew">Whether nobody is known there under it.</param>
/// <param name="NeedsConsent">Whether the network wants to know that he agreed, and nobody has said so.</param>
/// <param name="Obstacle">Why not; null when he may be.</param>
internal sealed record Approach(Contact? Contact, string? Address, bool IsNew, bool NeedsConsent, LeftOutReason? Obstacle);

/// <summary>
/// Judges whether people may be written to first on a channel, many at once. Stricter than for an answer of an agent: where the network wants
/// consent it must have been recorded, for having written is not having agreed to what many get.
/// </summary>
internal sealed class Approaches(RelaisDb db, ConnectedChannels channels)
{
    /// <param name="channel">Where.</param>
    /// <param name="people">Some hundreds at once.</param>
    /// <param name="isAgreed">Whether the writer says how he knows that they agree, should nobody have.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Approach>> Of(ConnectedChannel channel, IReadOnlyList<Candidate> people, bool isAgreed, CancellationToken cancel)
    {
        var kind = channels.KindOf(channel);
        var numbers = people.Select(one => one.Number is null ? one.Address : kind.AddressOf(channel, new Reach(NumberList.NumberIn(one.Number)))).ToList();
        var holders = await HoldersOf(channel, numbers, cancel);
        await AddWhoIsKnownElsewhere(channel, numbers.OfType<string>().Where(one => !holders.ContainsKey(one)), holders, cancel);
        var contacts = people.Select((one, at) => one.Contact ?? holders.GetValueOrDefault(numbers[at] ?? "")).ToList();
        var known = await Known.Of(db, channel, [.. contacts.OfType<Contact>().Select(one => one.Id).Distinct()], cancel);
        var places = new List<Place>();
        for (var at = 0; at < people.Count; at++) places.Add(await PlaceOf(channel, contacts[at], numbers[at], known, cancel));

        var others = await HoldersOf(channel, places.Where(one => one.IsNew).Select(one => one.Address), cancel);
        return [.. people.Select((one, at) => Judge(one, contacts[at], places[at]))];

        Approach Judge(Candidate one, Contact? contact, Place place)
        {
            var consent = contact is null ? null : known.Consents.GetValueOrDefault(contact.Id);
            var needsConsent = kind.CapabilitiesOf(channel).AsksConsent && consent is null;
            LeftOutReason? obstacle =
                place.Address is null ? (one.Line is null ? LeftOutReason.NoAddress : LeftOutReason.BadNumber)
                : contact is { IsBlocked: true } ? LeftOutReason.Blocked
                : consent is { IsGiven: false } ? LeftOutReason.OptedOut
                : place.IsNew && others.ContainsKey(place.Address) ? LeftOutReason.SomebodyElse
                : needsConsent && !isAgreed ? LeftOutReason.NoConsent
                : null;
            return new Approach(contact, place.Address, place.IsNew, needsConsent, obstacle);
        }
    }

    /// <summary>Whose number it surely is, of those who have never been on this channel: what he said of being written to counts there too.</summary>
    private async Task AddWhoIsKnownElsewhere(ConnectedChannel channel, IEnumerable<string> addresses, Dictionary<string, Contact> holders, CancellationToken cancel)
    {
        var kind = channels.KindOf(channel);
        var asked = addresses.Distinct(StringComparer.Ordinal).Where(one => kind.ReachOf(one).Phone is not null).ToDictionary(one => kind.ReachOf(one).Phone!, StringComparer.Ordinal);
        var phones = asked.Keys.ToArray();
        if (phones.Length == 0) return;

        var found = await db.Contacts.AsNoTracking().Where(row => row.MergedInto == null && row.Phone != null && phones.Contains(row.Phone)).OrderBy(row => row.Id).ToListAsync(cancel);
        var known = await Known.Of(db, channel, [.. found.Select(one => one.Id)], cancel);
        foreach (var contact in found)
        {
            if ((await channels.ReachOf(db, contact, known.Identities[contact.Id], cancel)).Phone is { } phone && asked.TryGetValue(phone, out var address)) holders.TryAdd(address, contact);
        }
    }

    /// <summary>The address he has there, else the one that is surely his.</summary>
    private async Task<Place> PlaceOf(ConnectedChannel channel, Contact? contact, string? number, Known known, CancellationToken cancel)
    {
        if (contact is null) return new Place(number, IsNew: true);

        var identities = known.Identities[contact.Id].ToList();
        if (identities.FindLast(row => row.ChannelId == channel.Id) is { } own) return new Place(own.ExternalId, IsNew: false);

        return new Place(number ?? channels.KindOf(channel).AddressOf(channel, await channels.ReachOf(db, contact, identities, cancel)), IsNew: true);
    }

    private async Task<Dictionary<string, Contact>> HoldersOf(ConnectedChannel channel, IEnumerable<string?> addresses, CancellationToken cancel)
    {
        var asked = addresses.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (asked.Length == 0) return [];

        var rows = await db.ContactIdentities.AsNoTracking().Where(row => row.ChannelId == channel.Id && asked.Contains(row.ExternalId))
            .Join(db.Contacts.AsNoTracking(), row => row.ContactId, row => row.Id, (identity, contact) => new { identity.ExternalId, contact }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.ExternalId, row => row.contact, StringComparer.Ordinal);
    }

    /// <param name="IsNew">Whether he has never been there.</param>
    private sealed record Place(string? Address, bool IsNew);

    /// <summary>What the store holds of them that matters here.</summary>
    private sealed record Known(ILookup<Guid, ContactIdentity> Identities, IReadOnlyDictionary<Guid, Consent> Consents)
    {
        public static async Task<Known> Of(RelaisDb db, ConnectedChannel channel, IReadOnlyCollection<Guid> contacts, CancellationToken cancel)
        {
            var identities = await db.ContactIdentities.AsNoTracking().Where(row => contacts.Contains(row.ContactId)).OrderBy(row => row.Id).ToListAsync(cancel);
            var everybody = await db.EverybodyIn(contacts, cancel);
            var ids = everybody.Keys.ToArray();
            var said = await db.Consents.AsNoTracking().Where(row => row.ChannelId == channel.Id && ids.Contains(row.ContactId)).ToListAsync(cancel);
            return new Known(
                identities.ToLookup(row => row.ContactId),
                said.OrderBy(row => row.At).ThenBy(row => row.Id).GroupBy(row => everybody[row.ContactId]).ToDictionary(words => words.Key, words => words.Last()));
        }
    }
}
