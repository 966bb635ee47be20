using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>The skill sets, and who catches what none of them matches.</summary>
public static class ListSkillSets
{
    /// <param name="Recomputing">Whether open conversations are being routed again just now.</param>
    public sealed record Answer(IReadOnlyList<SkillSetView> Items, IReadOnlyList<Guid> FallbackTeamIds, bool Recomputing);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/skill-sets", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListSkillSets").WithTags("Routing").WithSummary("The skill sets and the fallback teams")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var sets = await db.SkillSets.AsNoTracking().OrderBy(set => set.Name).ThenBy(set => set.Id).ToListAsync(cancel);
        var policy = await db.RoutingPolicies.AsNoTracking().FirstOrDefaultAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. sets.Select(SkillSetView.Of)], policy?.FallbackTeamIds ?? [], await db.Reroutings.AnyAsync(cancel)));
    }
}
