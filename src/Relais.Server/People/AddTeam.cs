using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Makes a team.</summary>
public static class AddTeam
{
    public sealed record Request(string Name, IReadOnlyList<Guid>? MemberIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/teams", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddTeam").WithTags("People").WithSummary("Make a team")
            .Produces<TeamView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "team");
        var team = await db.Teams.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (team is null)
        {
            team = new Team(me.OrganisationId, request.Name, me.AsActor(), clock.GetUtcNow(), id);
            await db.RefuseTakenName(team, cancel);
            await db.RefuseUnknownMembers(request.MemberIds ?? [], cancel);
            if (request.MemberIds is { Count: > 0 } members) team.Consist(members, me.AsActor(), clock.GetUtcNow());
            db.Teams.Add(team);
            await db.SaveChangesAsync(cancel);
            foreach (var seat in team.Members) await presence.Dismiss(seat.MemberId, "rights.changed");
        }

        return TypedResults.Created($"/api/v1/teams/{team.Id}", await TeamView.Of(team, db, cancel));
    }

    /// <exception cref="RuleViolation"><c>team.name.taken</c>.</exception>
    internal static async Task RefuseTakenName(this RelaisDb db, Team team, CancellationToken cancel)
    {
        if (await db.Teams.AnyAsync(one => one.Name == team.Name && one.Id != team.Id, cancel))
            throw new RuleViolation("team.name.taken", "Choose a name no other team has.");
    }
}
