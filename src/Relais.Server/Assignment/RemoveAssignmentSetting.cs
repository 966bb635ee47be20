using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Assignment;

/// <summary>When conversations leave an agent who is not there: one choice for the organisation.</summary>
public static class RemoveAssignmentSetting
{
    public sealed record View(RemoveAssignment Option);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/remove-assignment", Show).Needs(Permission.ManageSettings)
            .WithName("ShowRemoveAssignment").WithTags("Assignment").WithSummary("When conversations leave an absent agent")
            .Produces<View>();
        routes.MapPut("/remove-assignment", Choose).Needs(Permission.ManageSettings)
            .WithName("ChooseRemoveAssignment").WithTags("Assignment").WithSummary("Choose when conversations leave an absent agent")
            .Produces<View>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Show(RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        TypedResults.Ok(new View(await db.Organisations.Where(one => one.Id == me.OrganisationId).Select(one => one.RemoveAssignment).SingleAsync(cancel)));

    private static async Task<IResult> Choose(View request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var organisation = await db.Organisations.SingleAsync(one => one.Id == me.OrganisationId, cancel);
        organisation.ChooseRemoveAssignment(request.Option, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new View(organisation.RemoveAssignment));
    }
}
