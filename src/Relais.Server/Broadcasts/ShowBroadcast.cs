using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>One broadcast, with why people are left out.</summary>
public static class ShowBroadcast
{
    /// <param name="LeftOut">How many are not written to, by reason.</param>
    /// <param name="Example">How its first message reads; null when nobody was reached.</param>
    public sealed record Answer(BroadcastView Broadcast, IReadOnlyList<LeftOutCount> LeftOut, string? Example);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/broadcasts/{id:guid}", Handle)
            .Needs(Permission.SendBroadcasts)
            .WithName("ShowBroadcast").WithTags("Broadcasts").WithSummary("One broadcast")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (await db.Broadcasts.AsNoTracking().VisibleTo(me).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } broadcast) return TypedResults.NotFound();

        var messages = db.ProactiveMessages.AsNoTracking().Where(row => row.BroadcastId == id);
        var left = await messages.Where(row => row.State == ProactiveState.LeftOut).GroupBy(row => row.Reason!.Value)
            .Select(reason => new { Reason = reason.Key, Count = reason.Count() }).ToDictionaryAsync(one => one.Reason, one => one.Count, cancel);
        var example = await messages.Where(row => row.State != ProactiveState.LeftOut).OrderBy(row => row.Id).Select(row => row.Text).FirstOrDefaultAsync(cancel);
        return TypedResults.Ok(new Answer(BroadcastView.Of(broadcast), LeftOutCount.Of(left, broadcast.WithoutAddress), example));
    }
}
