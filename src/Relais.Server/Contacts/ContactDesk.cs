using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Where a member's request changes a contact: found as he sees it, written with its events, shown as it is then.</summary>
public sealed class ContactDesk(RelaisDb db, CurrentMember me, ContactCard card, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IResult> Change(Guid id, Action<Contact> change, CancellationToken cancel) => Change(
        id,
        contact =>
        {
            change(contact);
            return Task.FromResult(true);
        },
        cancel);

    /// <param name="change">Returns false when there is nothing it could change.</param>
    public async Task<IResult> Change(Guid id, Func<Contact, Task<bool>> change, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.Contacts.VisibleTo(me, db).Standing(id, db, cancel) is not { } contact || !await change(contact))
            return TypedResults.NotFound();

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await card.Of(contact, me, cancel));
    }
}
