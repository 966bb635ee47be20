using Relais.Domain.People;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>Makes an auto responder. It says nothing until it is turned on, on a channel.</summary>
public static class AddAutoResponder
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/auto-responders", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddAutoResponder").WithTags("Virtual agents").WithSummary("Make an auto responder")
            .Produces<ResponderView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        ResponderDraftView request, HttpContext context, ResponderDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "auto-responder");
        var responder = id is { } known ? await desk.Find(known, cancel) : null;
        if (responder is null)
        {
            responder = new AutoResponder(me.OrganisationId, request.ToDraft(), desk.By, desk.Now, id);
            await desk.Check(responder, cancel);
            db.AutoResponders.Add(responder);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/auto-responders/{responder.Id}", ResponderView.Of(responder, holds: 0));
    }
}
