using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Says how a team works: what its members see of the queue, and whether work is given to them.</summary>
public static class SetTeamSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/teams/{id:guid}/settings", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("SetTeamSettings").WithTags("People").WithSummary("Say how a team works")
            .WithDescription("A member of several teams gets the most permissive of their settings, and the highest limit.")
            .Produces<TeamView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, TeamSettings request, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var team = await db.Teams.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (team is null) return TypedResults.NotFound();

        var before = team.Settings;
        team.Work(request, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);

        // Their screens come back with what they may see and change now.
        if (before != team.Settings)
            foreach (var seat in team.Members) await presence.Dismiss(seat.MemberId, "rights.changed");

        return TypedResults.Ok(await TeamView.Of(team, db, cancel));
    }
}
