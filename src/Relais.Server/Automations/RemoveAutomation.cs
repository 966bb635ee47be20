using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>Deletes an automation. What it did stays, and keeps its name.</summary>
public static class RemoveAutomation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/automations/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveAutomation").WithTags("Automations").WithSummary("Delete an automation")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var automation = await db.Automations.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (automation is null) return TypedResults.NotFound();

        automation.Remove(me.AsActor(), clock.GetUtcNow());
        db.Automations.Remove(automation);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
