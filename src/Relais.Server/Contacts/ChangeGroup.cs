using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Gives a contact group another name or other rules; who belongs to it is found anew behind the answer.</summary>
public static class ChangeGroup
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/contact-groups/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeContactGroup").WithTags("Contacts").WithSummary("Change a contact group")
            .Produces<GroupView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, GroupRequest request, RelaisDb db, CurrentMember me, SweepStart sweep, CancellationToken cancel)
    {
        await using var turn = await sweep.Begin(cancel);
        if (await db.ContactGroups.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } group) return TypedResults.NotFound();

        await sweep.Order(me.OrganisationId, me.AsActor(), cancel);
        group.Change(request.AsDraft(), await db.ReadAttributes(me.OrganisationId, cancel), me.AsActor(), sweep.Now);
        await db.RefuseTakenName(group, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        sweep.Ring();
        return TypedResults.Ok(GroupView.Of(group, await db.GroupMembers.CountAsync(row => row.GroupId == id, cancel)));
    }
}
