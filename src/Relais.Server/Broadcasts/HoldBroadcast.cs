using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>Pauses a broadcast, lets it go on, or ends it. What has left already has left.</summary>
public static class HoldBroadcast
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Declare(routes.MapPut("/broadcasts/{id:guid}/pause", Pause), "PauseBroadcast", "Hold a broadcast");
        Declare(routes.MapDelete("/broadcasts/{id:guid}/pause", Resume), "ResumeBroadcast", "Let a broadcast go on");
        Declare(routes.MapPut("/broadcasts/{id:guid}/end", Stop), "StopBroadcast", "End a broadcast before everybody was written to");
    }

    private static void Declare(RouteHandlerBuilder route, string name, string summary) =>
        route.Needs(Permission.SendBroadcasts)
            .WithName(name).WithTags("Broadcasts").WithSummary(summary)
            .Produces<BroadcastView>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Pause(Guid id, BroadcastDesk desk, CancellationToken cancel) =>
        desk.Change(id, broadcast => broadcast.Pause(desk.By, desk.Now), cancel);

    private static Task<IResult> Resume(Guid id, BroadcastDesk desk, CancellationToken cancel) =>
        desk.Change(id, broadcast => broadcast.Resume(desk.By, desk.Now), cancel);

    private static Task<IResult> Stop(Guid id, BroadcastDesk desk, CancellationToken cancel) =>
        desk.Change(id, broadcast => broadcast.Stop(desk.By, desk.Now), cancel);
}
