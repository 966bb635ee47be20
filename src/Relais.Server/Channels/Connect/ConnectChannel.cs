using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>Connects an account of a medium. Everyone may see it until its access is narrowed.</summary>
public static class ConnectChannel
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/channels", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ConnectChannel").WithTags("Channels").WithSummary("Connect a channel")
            .Produces<ChannelDetail>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        NewChannel request, HttpContext context, RelaisDb db, CurrentMember me, Connections connections, Rights rights, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "channel");
        var channel = await db.Channels.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (channel is null)
        {
            channel = connections.Connect(me.OrganisationId, request, me.AsActor(), id);
            db.Channels.Add(channel);
            await db.SaveChangesAsync(cancel);
            await rights.Changed(me.OrganisationId, cancel);
        }

        var settings = context.RequestServices.GetRequiredService<RelaisSettings>();
        return TypedResults.Created($"/api/v1/channels/{channel.Id}", connections.ShowWhole(channel, settings.SeenBy(context.Request)));
    }
}
