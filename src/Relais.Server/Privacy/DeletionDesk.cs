using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Privacy;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Privacy;

/// <summary>Where an administrator's request deletes a contact: nobody sees anything of him when it is answered.</summary>
public sealed class DeletionDesk(RelaisDb db, CurrentMember me, Wake wake, TimeProvider clock)
{
    /// <summary>So long others may still write down what they had begun with him, or tell what happened.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>Null when there is no such contact for this member.</summary>
    public async Task<Losses?> Preview(Guid id, CancellationToken cancel)
    {
        if (await db.Contacts.AsNoTracking().VisibleTo(me, db).Standing(id, db, cancel) is not { } contact) return null;

        return await Count(await db.LookAtBelongings(contact, cancel), await Everybody(contact, cancel), cancel);
    }

    /// <inheritdoc cref="Preview"/>
    public async Task<DeletedContact?> Delete(Guid id, CancellationToken cancel)
    {
        // The intake rests meanwhile: what it takes in for him must not be left behind.
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.Intake, cancel);
        if (await db.Contacts.AsNoTracking().VisibleTo(me, db).Standing(id, db, cancel) is not { } contact) return null;

        var (his, everybody) = (await db.BelongingsOf(contact, cancel), await Everybody(contact, cancel));
        var kept = contact.Delete(his, await Count(his, everybody, cancel), me.AsActor(), clock.GetUtcNow());
        db.DeletedContacts.Add(kept);
        var left = Left(kept, his, everybody);
        db.Deletions.Add(left);
        db.KnownContacts[contact.Id] = contact;
        foreach (var conversation in his.Conversations) db.TakeEventsOf(conversation);
        db.TakeEventsOf(contact);
        await db.EraseContact(left, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        wake.Erasing.Ring();
        return kept;
    }

    private async Task<List<Guid>> Everybody(Contact contact, CancellationToken cancel) => [.. (await db.EverybodyIn([contact.Id], cancel)).Keys];

    private async Task<Losses> Count(Belongings his, List<Guid> everybody, CancellationToken cancel)
    {
        var threads = his.Threads.Select(thread => thread.Id).ToList();
        var messages = db.Messages.Where(row => threads.Contains(row.ThreadId));
        return new Losses(
            his.Conversations.Count,
            await messages.CountAsync(cancel),
            await db.Attachments.CountAsync(file => messages.Any(row => row.Id == file.MessageId), cancel),
            await db.ContactNotes.CountAsync(note => everybody.Contains(note.ContactId), cancel),
            his.Contact.Values.Count(value => value.Value is not null),
            his.Identities.Count,
            everybody.Count - 1);
    }

    private DeletionRow Left(DeletedContact kept, Belongings his, List<Guid> everybody) => new()
    {
        DeletedContactId = kept.Id,
        OrganisationId = kept.OrganisationId,
        ContactIds = everybody,
        ThreadIds = [.. his.Threads.Select(thread => thread.Id)],
        ConversationIds = [.. his.Conversations.Select(conversation => conversation.Id)],
        ChannelIds = [.. kept.ChannelIds],
        Addresses = [.. his.Identities.Select(identity => identity.ExternalId).Distinct(StringComparer.Ordinal)],
        DueAt = clock.GetUtcNow() + Settling,
    };
}
