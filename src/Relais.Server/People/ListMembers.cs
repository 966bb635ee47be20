using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Everybody in the organisation: to assign, to mention, to manage.</summary>
public static class ListMembers
{
    public sealed record Answer(IReadOnlyList<MemberView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/members", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListMembers").WithTags("People").WithSummary("The members of the organisation")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, Presence presence, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().OrderBy(member => member.Name).ThenBy(member => member.Id).ToListAsync(cancel);
        var seats = await db.Teams.AsNoTracking()
            .SelectMany(team => team.Members, (team, seat) => new { TeamId = team.Id, seat.MemberId }).ToListAsync(cancel);
        var teams = seats.ToLookup(seat => seat.MemberId, seat => seat.TeamId);
        return TypedResults.Ok(new Answer(
            [.. members.Select(member => MemberView.Of(member, [.. teams[member.Id].Order()], presence.StateOf(member.Id)))]));
    }
}
