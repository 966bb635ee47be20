using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Events;

/// <summary>The events after a position: how a screen that missed something catches up.</summary>
public static class EventFeed
{
    /// <summary>Farther behind than this, loading the screen anew is cheaper.</summary>
    private const int Horizon = 5000;

    /// <summary>What stands in the place of an event that spoke of somebody who was deleted.</summary>
    internal const string Erased = "erased";

    private const string ErasedMark = $"\"kind\":\"{Erased}\"";

    /// <summary>The sequence the positions come from.</summary>
    internal const string Sequence = "events";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/events", Handle).Needs(Permission.UseRelais)
            .WithName("ListEvents").WithTags("Events").WithSummary("The events after a position, oldest first")
            .Produces<EventPage>()
            .ProducesProblem(StatusCodes.Status410Gone);

    /// <summary>The newest position of the organisation in scope; 0 when nothing has happened.</summary>
    public static async Task<long> Position(RelaisDb db, CancellationToken cancel) => await db.Sequences.AsNoTracking()
        .Where(row => row.Name == Sequence).Select(row => (long?)row.Value).FirstOrDefaultAsync(cancel) ?? 0;

    private static async Task<IResult> Handle(
        RelaisDb db, CurrentMember me, long after, int? limit, CancellationToken cancel)
    {
        var newest = await Position(db, cancel);
        if (newest - after > Horizon || after > newest)
            return TooFarBehind();

        var upTo = Math.Min(newest, after + Math.Clamp(limit ?? 500, 1, 1000));
        var rows = await db.Events.AsNoTracking()
            .Where(row => row.Position > after && row.Position <= upTo)
            .OrderBy(row => row.Position)
            .ToListAsync(cancel);

        // What happened there cannot be told any more, and a screen that does not know it would be wrong.
        if (rows.Exists(row => row.Body.Contains(ErasedMark, StringComparison.Ordinal))) return TooFarBehind();

        var seen = rows.Select(row => Glimpse.Of(LiveEvent.Of(row), me.Sight)).OfType<string>();
        return TypedResults.Ok(EventPage.Of(seen, upTo, upTo < newest));
    }

    private static IResult TooFarBehind() =>
        Problems.Result(StatusCodes.Status410Gone, "events.too_far_behind", "Load the screen anew: too much has happened since.");
}

/// <summary>Events in order, and how far they reach: positions between that one may not see are left out.</summary>
public sealed record EventPage(IReadOnlyList<EventView> Items, long Position, bool More)
{
    /// <summary>From events that are JSON already.</summary>
    public static Verbatim Of(IEnumerable<string> items, long position, bool more) =>
        new($"{{\"items\":[{string.Join(',', items)}],\"position\":{position},\"more\":{(more ? "true" : "false")}}}");
}
