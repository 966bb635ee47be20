using Relais.Domain.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>By which number and mailbox a contact is surely reached.</summary>
internal static class ContactReach
{
    /// <summary>
    /// What a person or the customer file says of him, else what his addresses say, the newest first. What a visitor typed himself could
    /// be anybody's.
    /// </summary>
    /// <param name="identities">His addresses, the oldest first.</param>
    public static async Task<Reach> ReachOf(
        this ConnectedChannels channels, RelaisDb db, Contact contact, IEnumerable<ContactIdentity> identities, CancellationToken cancel)
    {
        var reach = new Reach(Reach.NumberIn(Vouched(contact, BuiltInAttributes.Phone)), Vouched(contact, BuiltInAttributes.Email));
        foreach (var identity in identities.Reverse())
        {
            if (await channels.Find(db, identity.ChannelId, cancel) is { } channel) reach = reach.Or(channels.KindOf(channel).ReachOf(identity.ExternalId));
        }

        return reach;
    }

    private static string? Vouched(Contact contact, string alias) =>
        contact.Shown(alias) is { Source: AttributeSource.CrmConfirmed or AttributeSource.Agent } value ? value.Value : null;
}
