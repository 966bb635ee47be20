using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>Makes an automation; its turn comes after all others.</summary>
public static class AddAutomation
{
    /// <summary>So many are read from top to bottom by nobody, and every message asks them all.</summary>
    private const int Limit = 300;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/automations", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddAutomation").WithTags("Automations").WithSummary("Make an automation")
            .Produces<AutomationView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        AutomationDraft request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "automation");
        await using var turn = await db.BeginWrite(cancel);
        var world = await AutomationBook.World(db, me.OrganisationId, cancel);
        var automation = await db.Automations.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (automation is null)
        {
            var places = await db.Automations.Select(one => one.Place).ToListAsync(cancel);
            if (places.Count >= Limit)
                throw new RuleViolation("automation.too_many", $"Keep to {Limit} automations.", new Dictionary<string, object?> { ["limit"] = Limit });

            automation = new Automation(me.OrganisationId, request.ToPlan(), places.DefaultIfEmpty(-1).Max() + 1, me.AsActor(), clock.GetUtcNow(), id);
            await db.Refuse(automation, world, cancel);
            db.Automations.Add(automation);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/automations/{automation.Id}", AutomationView.Of(automation, world));
    }
}
