using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Puts together what is known of a contact, as far as this member may see it.</summary>
public sealed class ContactCard(RelaisDb db, TimeProvider clock)
{
    private const int ConversationLimit = 50;

    public async Task<ContactView> Of(Contact contact, CurrentMember me, CancellationToken cancel)
    {
        var identities = await db.ContactIdentities.AsNoTracking().Where(row => row.ContactId == contact.Id).OrderBy(row => row.Id).ToListAsync(cancel);
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
            contact.IsBlocked,
            await Known(contact, cancel),
            await GroupsOf(contact, cancel),
            await Shown(identities, me, cancel),
            [.. (await db.ConsentsOf(contact, cancel)).Values.Where(consent => me.MaySee(consent.ChannelId)).OrderBy(consent => consent.ChannelId).Select(ConsentView.Of)],
            conversations,
            [.. (await db.NotesOf([contact.Id], cancel))[contact.Id].Select(ContactNoteView.Of)],
            await MergesOf(contact, cancel));
    }

    /// <summary>What is on, in the order the administrator chose; of each the value that counts first.</summary>
    public async Task<IReadOnlyList<KnownValue>> Known(Contact contact, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(contact.OrganisationId, cancel);
        return
        [
            .. from attribute in attributes.InOrder.Where(one => one.IsOn)
               from value in contact.Values.Where(one => one.Alias == attribute.Alias && one.Value is not null).OrderBy(one => one.Source)
               select new KnownValue(value.Alias, value.Value!, value.Source, value.UpdatedAt),
        ];
    }

    /// <summary>Those of these addresses that lie on channels the member sees.</summary>
    public async Task<IReadOnlyList<IdentityView>> Shown(IReadOnlyList<ContactIdentity> identities, CurrentMember me, CancellationToken cancel)
    {
        var ids = identities.Select(identity => identity.ChannelId).Where(me.MaySee).Distinct().ToArray();
        var channels = await db.Channels.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return
        [
            .. from identity in identities
               where channels.ContainsKey(identity.ChannelId)
               let channel = channels[identity.ChannelId]
               select new IdentityView(identity.ChannelId, channel.Kind, identity.ExternalId, channel.Name),
        ];
    }

    /// <summary>What can still be undone, the newest first.</summary>
    private async Task<IReadOnlyList<MergeView>> MergesOf(Contact contact, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - ContactMerge.Lasts;
        var merges = await db.ContactMerges.AsNoTracking().Where(row => row.ContactId == contact.Id && row.At > since)
            .OrderByDescending(row => row.Id).ToListAsync(cancel);
        return [.. merges.Select(MergeView.Of)];
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
    bool Blocked,
    IReadOnlyList<KnownValue> Attributes,
    IReadOnlyList<GroupLabel> Groups,
    IReadOnlyList<IdentityView> Identities,
    IReadOnlyList<ConsentView> Consents,
    IReadOnlyList<PastConversation> Conversations,
    IReadOnlyList<ContactNoteView> Notes,
    IReadOnlyList<MergeView> Merges);

/// <summary>What one source says of one attribute; of several for the same attribute, the first counts.</summary>
public sealed record KnownValue(string Alias, string Value, AttributeSource Source, DateTimeOffset At);

/// <summary>A group a contact belongs to.</summary>
public sealed record GroupLabel(Guid Id, string Name);

/// <summary>That another contact became part of this one.</summary>
/// <param name="Id">The merge.</param>
/// <param name="Name">As the other was called.</param>
/// <param name="At">When.</param>
/// <param name="By">Who found out; null when the channel told.</param>
/// <param name="UndoUntil">How long it can be undone.</param>
public sealed record MergeView(Guid Id, string Name, DateTimeOffset At, string? By, DateTimeOffset UndoUntil)
{
    public static MergeView Of(ContactMerge merge) =>
        new(merge.Id, merge.MergedName, merge.At, merge.ByKind == ActorKind.Member ? merge.ByName : null, merge.UndoUntil);
}

/// <summary>One address of a contact.</summary>
public sealed record IdentityView(Guid ChannelId, string Kind, string ExternalId, string DisplayName);

public sealed record PastConversation(
    Guid Id, int Number, ConversationState State, Guid ChannelId, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt);
