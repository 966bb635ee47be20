using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>Writes an automation anew, or turns it on or off.</summary>
public static class ChangeAutomation
{
    /// <param name="Draft">Null leaves it as it is.</param>
    /// <param name="Enabled">Null leaves it on or off.</param>
    public sealed record Request(AutomationDraft? Draft, bool? Enabled);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/automations/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeAutomation").WithTags("Automations").WithSummary("Change an automation, or turn it on or off")
            .Produces<AutomationView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var automation = await db.Automations.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (automation is null) return TypedResults.NotFound();

        var (by, now, world) = (me.AsActor(), clock.GetUtcNow(), await AutomationBook.World(db, me.OrganisationId, cancel));
        if (request.Draft is { } draft)
        {
            automation.Change(draft.ToPlan(), by, now);
            await db.Refuse(automation, world, cancel);
        }

        if (request.Enabled is { } on) automation.Turn(on, by, now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(AutomationView.Of(automation, world));
    }
}
