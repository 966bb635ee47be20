using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Puts together what is known of a contact, as far as this member may see it.</summary>
public sealed class ContactCard(RelaisDb db)
{
    private const int ConversationLimit = 50;

    public async Task<ContactView> Of(Contact contact, CurrentMember me, CancellationToken cancel)
    {
        var identities = await (
            from identity in db.ContactIdentities.AsNoTracking()
            join channel in db.Channels.AsNoTracking() on identity.ChannelId equals channel.Id
            where identity.ContactId == contact.Id
            orderby identity.Id
            select new IdentityView(identity.ChannelId, channel.Kind, identity.ExternalId, channel.Name)).ToListAsync(cancel);
        var conversations = await db.Conversations.AsNoTracking().VisibleTo(me).Where(row => row.ContactId == contact.Id)
            .OrderByDescending(row => row.OpenedAt).Take(ConversationLimit)
            .Select(row => new PastConversation(row.Id, row.Number, row.State, row.ChannelId, row.OpenedAt, row.ResolvedAt))
            .ToListAsync(cancel);

        return new ContactView(
            contact.Id,
            contact.DisplayName,
            contact.AvatarUrl,
            contact.Email,
            contact.Phone,
            contact.Language,
            contact.CreatedAt,
            [.. identities.Where(identity => me.MaySee(identity.ChannelId))],
            conversations);
    }
}

/// <summary>A contact with everything an agent sees beside the thread.</summary>
public sealed record ContactView(
    Guid Id,
    string Name,
    string? AvatarUrl,
    string? Email,
    string? Phone,
    string? Language,
    DateTimeOffset CreatedAt,
    IReadOnlyList<IdentityView> Identities,
    IReadOnlyList<PastConversation> Conversations);

/// <summary>One address of a contact.</summary>
public sealed record IdentityView(Guid ChannelId, string Kind, string ExternalId, string DisplayName);

public sealed record PastConversation(
    Guid Id, int Number, ConversationState State, Guid ChannelId, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt);
