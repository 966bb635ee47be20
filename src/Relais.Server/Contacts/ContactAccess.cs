using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>One sees the contacts of one's own channels; who became part of another is no contact any more.</summary>
public static class ContactAccess
{
    /// <summary>The contact of this id, or the one it became part of: old links go on leading to the person.</summary>
    public static async Task<Contact?> Standing(this IQueryable<Contact> contacts, Guid id, RelaisDb db, CancellationToken cancel)
    {
        var standing = await db.Surviving(id, cancel);
        return await contacts.FirstOrDefaultAsync(row => row.Id == standing, cancel);
    }

    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, CurrentMember me, RelaisDb db)
    {
        contacts = contacts.Where(contact => contact.MergedInto == null);
        if (me.ChannelIds is null) return contacts;

        var channelIds = me.ChannelIds.ToArray();
        var known = contacts.Where(contact => db.ContactIdentities.Any(
            identity => identity.ContactId == contact.Id && channelIds.Contains(identity.ChannelId)));
        if (!me.Sight.IsPartial) return known;

        // Where not all of a channel is his to see, he knows those whose conversations he sees.
        var whole = channelIds.Where(me.Sight.SeesAllOf).ToArray();
        var seen = db.Conversations.VisibleTo(me, db).Select(conversation => conversation.ContactId);
        return known.Where(contact => seen.Contains(contact.Id)
            || db.ContactIdentities.Any(identity => identity.ContactId == contact.Id && whole.Contains(identity.ChannelId)));
    }
}
