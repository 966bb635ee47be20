using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>Deletes an auto responder. The conversations it has go to people.</summary>
public static class RemoveAutoResponder
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/auto-responders/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveAutoResponder").WithTags("Virtual agents").WithSummary("Delete an auto responder")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, ResponderDesk desk, RelaisDb db, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.Find(id, cancel) is not { } responder) return TypedResults.NotFound();

        responder.Remove(desk.By, desk.Now);
        db.AutoResponders.Remove(responder);
        await desk.Release(id, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
