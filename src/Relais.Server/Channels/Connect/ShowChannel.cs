using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Hours;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>One channel with its settings, and what to copy to the other side.</summary>
public static class ShowChannel
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/channels/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ShowChannel").WithTags("Channels").WithSummary("A channel with its settings")
            .WithDescription("Secrets are never returned, only whether they are set.")
            .Produces<ChannelDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, HttpRequest request, RelaisDb db, RelaisSettings settings, Connections connections, HoursBoard board, CancellationToken cancel)
    {
        var channel = await db.Channels.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        return channel is null ? TypedResults.NotFound() : TypedResults.Ok(await board.On(connections.ShowWhole(channel, settings.SeenBy(request)), channel, cancel));
    }
}
