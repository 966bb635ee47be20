using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>The automations, in their order.</summary>
public static class ListAutomations
{
    public sealed record Answer(IReadOnlyList<AutomationView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/automations", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListAutomations").WithTags("Automations").WithSummary("The automations, in the order in which they have their turn")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var world = await AutomationBook.World(db, me.OrganisationId, cancel);
        var all = await db.Automations.AsNoTracking().OrderBy(one => one.Place).ThenBy(one => one.Id).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. all.Select(one => AutomationView.Of(one, world))]));
    }
}
