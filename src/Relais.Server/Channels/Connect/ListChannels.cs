using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Hours;
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

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, Connections connections, HoursBoard board, CancellationToken cancel)
    {
        var channels = await db.Channels.AsNoTracking().OrderBy(channel => channel.Name).ThenBy(channel => channel.Id).ToListAsync(cancel);
        var seen = new List<ChannelView>();
        foreach (var channel in channels.Where(channel => me.MaySee(channel.Id))) seen.Add(await board.On(connections.Show(channel), channel, cancel));
        return TypedResults.Ok(new Answer(seen));
    }
}
