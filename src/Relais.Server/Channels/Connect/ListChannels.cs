using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>The channels one may see, with what can be done on each.</summary>
public static class ListChannels
{
    public sealed record Answer(IReadOnlyList<ChannelView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/channels", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListChannels").WithTags("Channels").WithSummary("The channels one may see")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, Connections connections, CancellationToken cancel)
    {
        var channels = await db.Channels.AsNoTracking().OrderBy(channel => channel.Name).ThenBy(channel => channel.Id).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. channels.Where(channel => me.MaySee(channel.Id)).Select(connections.Show)]));
    }
}
