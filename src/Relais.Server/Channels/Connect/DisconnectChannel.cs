using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>Closes a channel's doors and forgets its secrets. Its conversations stay.</summary>
public static class DisconnectChannel
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/channels/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("DisconnectChannel").WithTags("Channels").WithSummary("Disconnect a channel")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, Connections connections, CancellationToken cancel)
    {
        var channel = await db.Channels.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (channel is null) return TypedResults.NotFound();

        connections.Disconnect(channel, me.AsActor());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
