using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Deletes an attribute of one's own, and what was known by it of every contact.</summary>
public static class RemoveAttribute
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/contact-attributes/{alias}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveContactAttribute").WithTags("Contacts").WithSummary("Delete an attribute of one's own, and its values")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        string alias, RelaisDb db, CurrentMember me, SweepStart sweep, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await sweep.Begin(cancel);
        if (await db.ChangeableAttribute(me.OrganisationId, alias, cancel) is not { } attribute) return TypedResults.NotFound();

        attribute.Remove(me.AsActor(), clock.GetUtcNow());
        await db.RefuseWhileAsked(alias, cancel);
        await sweep.Order(me.OrganisationId, me.AsActor(), cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        sweep.Ring();
        return TypedResults.NoContent();
    }
}
