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
        var conversations = await db.Conversations.AsNoTracking().VisibleTo(me, db).Where(row => row.ContactId == contact.Id)
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
            contact.IsVip,
            await Known(contact, cancel),
            await GroupsOf(contact, cancel),
            [.. identities.Where(identity => me.MaySee(identity.ChannelId))],
            conversations);
    }

    /// <summary>What is on, in the order the administrator chose; of each the value that counts first.</summary>
    private async Task<IReadOnlyList<KnownValue>> Known(Contact contact, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(contact.OrganisationId, cancel);
        return
        [
            .. from attribute in attributes.InOrder.Where(one => one.IsOn)
               from value in contact.Values.Where(one => one.Alias == attribute.Alias && one.Value is not null).OrderBy(one => one.Source)
               select new KnownValue(value.Alias, value.Value!, value.Source, value.UpdatedAt),
        ];
    }

    private Task<List<GroupLabel>> GroupsOf(Contact contact, CancellationToken cancel) => (
        from member in db.GroupMembers.AsNoTracking()
        join group_ in db.ContactGroups.AsNoTracking() on member.GroupId equals group_.Id
        where member.ContactId == contact.Id
        orderby group_.Name, group_.Id
        select new GroupLabel(group_.Id, group_.Name)).ToListAsync(cancel);
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
    bool Vip,
    IReadOnlyList<KnownValue> Attributes,
    IReadOnlyList<GroupLabel> Groups,
    IReadOnlyList<IdentityView> Identities,
    IReadOnlyList<PastConversation> Conversations);

/// <summary>What one source says of one attribute; of several for the same attribute, the first counts.</summary>
public sealed record KnownValue(string Alias, string Value, AttributeSource Source, DateTimeOffset At);

/// <summary>A group a contact belongs to.</summary>
public sealed record GroupLabel(Guid Id, string Name);

/// <summary>One address of a contact.</summary>
public sealed record IdentityView(Guid ChannelId, string Kind, string ExternalId, string DisplayName);

public sealed record PastConversation(
    Guid Id, int Number, ConversationState State, Guid ChannelId, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt);
