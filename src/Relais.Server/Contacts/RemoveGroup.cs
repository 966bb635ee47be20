using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Deletes a contact group. Its contacts stay; that they belonged to it is swept away behind the answer.</summary>
public static class RemoveGroup
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/contact-groups/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveContactGroup").WithTags("Contacts").WithSummary("Delete a contact group")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, SweepStart sweep, CancellationToken cancel)
    {
        await using var turn = await sweep.Begin(cancel);
        if (await db.ContactGroups.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } group) return TypedResults.NotFound();

        await sweep.Order(me.OrganisationId, me.AsActor(), cancel);
        group.Remove(me.AsActor(), sweep.Now);
        db.ContactGroups.Remove(group);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        sweep.Ring();
        return TypedResults.NoContent();
    }
}
