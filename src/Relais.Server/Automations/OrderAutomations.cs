using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>Sets the order in which automations have their turn.</summary>
public static class OrderAutomations
{
    /// <param name="Ids">In the new order; those left out keep theirs, after these.</param>
    public sealed record Request(IReadOnlyList<Guid>? Ids);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/automations/order", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("OrderAutomations").WithTags("Automations").WithSummary("Put the automations in another order")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var wanted = (request.Ids ?? []).Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        var all = await db.Automations.OrderBy(one => one.Place).ThenBy(one => one.Id).ToListAsync(cancel);
        foreach (var (place, automation) in all.OrderBy(one => wanted.GetValueOrDefault(one.Id, int.MaxValue)).Index())
            automation.MoveTo(place, me.AsActor(), clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
