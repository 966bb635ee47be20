using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>Renames a skill set, changes its rules, turns it on or off, or applies it to other teams.</summary>
public static class ChangeSkillSet
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(string? Name, FilterView? Filter, bool? Enabled, IReadOnlyList<Guid>? TeamIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/skill-sets/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeSkillSet").WithTags("Routing").WithSummary("Change a skill set")
            .Produces<SkillSetView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var set = await db.SkillSets.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (set is null) return TypedResults.NotFound();

        var (by, now) = (me.AsActor(), clock.GetUtcNow());
        if (request.Name is not null || request.Filter is not null)
        {
            set.Describe(request.Name, request.Filter?.ToFilter(), by, now);
            await db.RefuseTakenName(set, cancel);
        }

        if (request.Enabled is { } on) set.Turn(on, by, now);
        if (request.TeamIds is { } teams)
        {
            await db.RefuseUnknownTeams(teams, cancel);
            set.ApplyTo(teams, by, now);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SkillSetView.Of(set));
    }
}
