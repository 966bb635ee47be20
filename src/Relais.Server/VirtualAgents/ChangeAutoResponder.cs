using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>Writes an auto responder anew, turns it on or off, or puts it on other channels. Scripts being played go on as they began.</summary>
public static class ChangeAutoResponder
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(ResponderDraftView? Draft, bool? Enabled, IReadOnlyList<Guid>? ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/auto-responders/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeAutoResponder").WithTags("Virtual agents").WithSummary("Change an auto responder")
            .Produces<ResponderView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, ResponderDesk desk, RelaisDb db, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.Find(id, cancel) is not { } responder) return TypedResults.NotFound();

        if (request.Draft is { } draft) responder.Describe(draft.ToDraft(), desk.By, desk.Now);
        if (request.ChannelIds is { } channels) responder.WorkOn(channels, desk.By, desk.Now);
        if (request.Draft is not null || request.ChannelIds is not null) await desk.Check(responder, cancel);
        if (request.Enabled is { } on) responder.Turn(on, desk.By, desk.Now);
        if (request.Enabled == false) await desk.Release(id, cancel);
        await db.SaveChangesAsync(cancel);
        var holds = await desk.Holds(id, cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(ResponderView.Of(responder, holds));
    }
}
