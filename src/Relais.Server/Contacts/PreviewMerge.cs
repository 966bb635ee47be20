using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Shows what a contact would be after a merge: the domain merges copies that nobody keeps.</summary>
public static class PreviewMerge
{
    /// <summary>What the contact would hold.</summary>
    /// <param name="Name">As it would be called.</param>
    /// <param name="Vip">Whether it would be a VIP.</param>
    /// <param name="Attributes">Of each attribute the value that counts first.</param>
    /// <param name="Groups">Where it would belong.</param>
    /// <param name="Identities">All addresses this member may see.</param>
    /// <param name="Conversations">How many it would have.</param>
    public sealed record Answer(
        string Name,
        string? AvatarUrl,
        bool Vip,
        IReadOnlyList<KnownValue> Attributes,
        IReadOnlyList<GroupLabel> Groups,
        IReadOnlyList<IdentityView> Identities,
        int Conversations);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/contacts/{id:guid}/merges/preview", Handle)
            .Needs(Permission.MergeContacts)
            .WithName("PreviewMerge").WithTags("Contacts").WithSummary("What a contact would hold after a merge")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Guid other, RelaisDb db, CurrentMember me, ContactCard card, TimeProvider clock, CancellationToken cancel)
    {
        var contacts = db.Contacts.AsNoTracking().VisibleTo(me, db);
        if (await contacts.Standing(id, db, cancel) is not { } contact || await contacts.Standing(other, db, cancel) is not { } second)
            return TypedResults.NotFound();

        var (ours, theirs) = (await db.LookAtBelongings(contact, cancel), await db.LookAtBelongings(second, cancel));
        contact.Merge(theirs, ours.Threads, me.AsActor(), clock.GetUtcNow());
        return TypedResults.Ok(new Answer(
            contact.DisplayName,
            contact.AvatarUrl,
            contact.IsVip,
            await card.Known(contact, cancel),
            await GroupsOf(contact, db, cancel),
            await card.Shown([.. ours.Identities, .. theirs.Identities], me, cancel),
            ours.Conversations.Count + theirs.Conversations.Count));
    }

    private static async Task<IReadOnlyList<GroupLabel>> GroupsOf(Contact contact, RelaisDb db, CancellationToken cancel)
    {
        var attributes = await db.ReadAttributes(contact.OrganisationId, cancel);
        var groups = await db.ContactGroups.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancel);
        return [.. groups.Where(group => GroupTest.Of(group.Match, group.Rules, attributes).Includes(contact)).Select(group => new GroupLabel(group.Id, group.Name))];
    }
}
