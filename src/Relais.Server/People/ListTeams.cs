using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>The teams, with who is in them and which channels they see.</summary>
public static class ListTeams
{
    public sealed record Answer(IReadOnlyList<TeamView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/teams", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListTeams").WithTags("People").WithSummary("The teams of the organisation")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ThenBy(team => team.Id).ToListAsync(cancel);
        var opened = await db.Channels.AsNoTracking()
            .SelectMany(channel => channel.Access, (channel, access) => new { ChannelId = channel.Id, access.TeamId })
            .Where(access => access.TeamId != null).ToListAsync(cancel);
        var channels = opened.ToLookup(access => access.TeamId!.Value, access => access.ChannelId);
        return TypedResults.Ok(new Answer(
        [
            .. teams.Select(team => new TeamView(
                team.Id, team.Name, [.. team.Members.Select(seat => seat.MemberId).Order()], [.. channels[team.Id].Order()], team.Settings)),
        ]));
    }
}
