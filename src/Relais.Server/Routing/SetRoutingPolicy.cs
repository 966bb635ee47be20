using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>Who catches what matches no skill set, and what makes conversations urgent.</summary>
public static class SetRoutingPolicy
{
    public sealed record FallbackRequest(IReadOnlyList<Guid> TeamIds);

    public sealed record Prioritization(IReadOnlyList<PriorityRule> Rules);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/skill-sets/fallback-teams", FallBack)
            .Needs(Permission.ManageSettings)
            .WithName("SetFallbackTeams").WithTags("Routing").WithSummary("Choose who gets what no skill set matches")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapGet("/prioritization", Show)
            .Needs(Permission.ManageSettings)
            .WithName("ShowPrioritization").WithTags("Routing").WithSummary("What makes conversations urgent")
            .Produces<Prioritization>();
        routes.MapPut("/prioritization", Prioritise)
            .Needs(Permission.ManageSettings)
            .WithName("SetPrioritization").WithTags("Routing").WithSummary("Choose what makes conversations urgent")
            .Produces<Prioritization>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Show(RelaisDb db, CancellationToken cancel) =>
        TypedResults.Ok(new Prioritization((await db.RoutingPolicies.AsNoTracking().FirstOrDefaultAsync(cancel))?.Priorities ?? []));

    private static async Task<IResult> FallBack(
        FallbackRequest request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await db.RefuseUnknownTeams(request.TeamIds ?? [], cancel);
        var policy = await Policy(db, me, cancel);
        policy.FallBackTo([.. request.TeamIds ?? []], me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Prioritise(
        Prioritization request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var policy = await Policy(db, me, cancel);
        policy.Prioritise([.. request.Rules ?? []], me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Prioritization(policy.Priorities));
    }

    /// <summary>There is one for each organisation, made when it is first needed.</summary>
    private static async Task<RoutingPolicy> Policy(RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        await db.RoutingPolicies.FirstOrDefaultAsync(cancel) ?? db.RoutingPolicies.Add(new RoutingPolicy(me.OrganisationId)).Entity;
}
