using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.ResolveReasons;

/// <summary>Sets the order in which the resolve reasons are offered.</summary>
public static class OrderResolveReasons
{
    /// <param name="Ids">In the new order; those left out keep theirs, after these.</param>
    public sealed record Request(IReadOnlyList<Guid>? Ids);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/resolve-reasons/order", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("OrderResolveReasons").WithTags("Resolve reasons").WithSummary("Put the resolve reasons in another order")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var wanted = (request.Ids ?? []).Distinct().Select((id, place) => (id, place)).ToDictionary(one => one.id, one => one.place);
        var reasons = await db.ResolveReasons.OrderBy(reason => reason.Place).ToListAsync(cancel);
        foreach (var (reason, place) in reasons.OrderBy(one => wanted.GetValueOrDefault(one.Id, int.MaxValue)).Select((one, place) => (one, place)))
            reason.MoveTo(place, me.AsActor(), clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
