using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Deletes a team. Its members stay; channels opened to it alone are closed to them.</summary>
public static class DissolveTeam
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/teams/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("DissolveTeam").WithTags("People").WithSummary("Delete a team")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var team = await db.Teams.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (team is null) return TypedResults.NotFound();

        var (by, now) = (me.AsActor(), clock.GetUtcNow());
        foreach (var channel in await db.Channels.Where(one => one.Access.Any(access => access.TeamId == id)).ToListAsync(cancel))
        {
            var others = channel.Access.Where(access => access.TeamId is not null && access.TeamId != id).Select(access => access.TeamId!.Value);
            channel.OpenTo([.. others], [.. channel.Access.Where(access => access.MemberId is not null).Select(access => access.MemberId!.Value)], by, now);
        }

        db.SavedViews.RemoveRange(await db.SavedViews.Where(view => view.TeamId == id).ToListAsync(cancel));
        team.Dissolve(by, now);
        db.Teams.Remove(team);
        await db.SaveChangesAsync(cancel);
        foreach (var seat in team.Members) await presence.Dismiss(seat.MemberId, "rights.changed");
        return TypedResults.NoContent();
    }
}
