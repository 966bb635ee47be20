using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>Makes a skill set. It does nothing until it is applied to a team.</summary>
public static class AddSkillSet
{
    public sealed record Request(string Name, FilterView Filter, IReadOnlyList<Guid>? TeamIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/skill-sets", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddSkillSet").WithTags("Routing").WithSummary("Make a skill set")
            .Produces<SkillSetView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "skill-set");
        var set = await db.SkillSets.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (set is null)
        {
            set = new SkillSet(me.OrganisationId, request.Name, (request.Filter ?? new FilterView(Joint.All, [])).ToFilter(), me.AsActor(), clock.GetUtcNow(), id);
            await db.RefuseTakenName(set, cancel);
            await db.RefuseUnknownTeams(request.TeamIds ?? [], cancel);
            if (request.TeamIds is { Count: > 0 } teams) set.ApplyTo(teams, me.AsActor(), clock.GetUtcNow());
            db.SkillSets.Add(set);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/skill-sets/{set.Id}", SkillSetView.Of(set));
    }
}
