using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>The broadcasts of the channels one sees, the newest first.</summary>
public static class ListBroadcasts
{
    private const int Most = 100;

    /// <param name="Next">The id to go on after; null at the end.</param>
    public sealed record Answer(IReadOnlyList<BroadcastView> Items, Guid? Next);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/broadcasts", Handle)
            .Needs(Permission.SendBroadcasts)
            .WithName("ListBroadcasts").WithTags("Broadcasts").WithSummary("The broadcasts, the newest first")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel, Guid? after = null, int limit = 50)
    {
        var most = Math.Clamp(limit, 1, Most);
        var broadcasts = db.Broadcasts.AsNoTracking().VisibleTo(me);
        if (after is { } last) broadcasts = broadcasts.Where(row => row.CreatedAt < db.Broadcasts.First(one => one.Id == last).CreatedAt);

        var found = await broadcasts.OrderByDescending(row => row.CreatedAt).Take(most + 1).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. found.Take(most).Select(BroadcastView.Of)], found.Count > most ? found[most - 1].Id : null));
    }
}
