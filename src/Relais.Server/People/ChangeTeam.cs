using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Renames a team, or gives it other members.</summary>
public static class ChangeTeam
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(string? Name, IReadOnlyList<Guid>? MemberIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/teams/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeTeam").WithTags("People").WithSummary("Change a team")
            .Produces<TeamView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock, CancellationToken cancel)
    {
        var team = await db.Teams.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (team is null) return TypedResults.NotFound();

        var before = team.Members.Select(seat => seat.MemberId).ToHashSet();
        if (request.Name is not null)
        {
            team.Rename(request.Name, me.AsActor(), clock.GetUtcNow());
            await db.RefuseTakenName(team, cancel);
        }

        if (request.MemberIds is { } members)
        {
            await db.RefuseUnknownMembers(members, cancel);
            team.Consist(members, me.AsActor(), clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        before.SymmetricExceptWith(team.Members.Select(seat => seat.MemberId));
        foreach (var memberId in before) await presence.Dismiss(memberId, "rights.changed");
        return TypedResults.Ok(await TeamView.Of(team, db, cancel));
    }
}
