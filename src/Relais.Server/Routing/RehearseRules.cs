using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>Shows what a skill set, or other priorities, would have changed, before they are saved.</summary>
public static class RehearseRules
{
    /// <param name="Id">The skill set that would be changed; null = a new one.</param>
    public sealed record SkillSetRequest(Guid? Id, string Name, FilterView Filter, IReadOnlyList<Guid>? TeamIds);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/skill-sets/rehearsal", SkillSet)
            .Needs(Permission.ManageSettings)
            .WithName("RehearseSkillSet").WithTags("Routing").WithSummary("What a skill set would have changed in the last 30 days")
            .Produces<RehearsalView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapPost("/prioritization/rehearsal", Priorities)
            .Needs(Permission.ManageSettings)
            .WithName("RehearsePrioritization").WithTags("Routing").WithSummary("What other priorities would have changed in the last 30 days")
            .Produces<RehearsalView>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SkillSet(
        SkillSetRequest request, RelaisDb db, CurrentMember me, RoutingBook book, Rehearsal rehearsal, CancellationToken cancel)
    {
        await db.RefuseUnknownTeams(request.TeamIds ?? [], cancel);
        var filter = (request.Filter ?? new FilterView(Joint.All, [])).ToFilter().Checked();
        var wanted = new Skill(request.Id ?? Guid.Empty, request.Name ?? "", filter, request.TeamIds ?? []);
        var now = await Now(book, db, me, cancel);
        var others = now.Skills.Where(skill => skill.Id != wanted.Id);
        var after = new RoutingRules([.. others, wanted], now.FallbackTeamIds, now.Priorities, now.World);
        return TypedResults.Ok(await rehearsal.Run(now, after, cancel));
    }

    private static async Task<IResult> Priorities(
        SetRoutingPolicy.Prioritization request, RelaisDb db, CurrentMember me, RoutingBook book, Rehearsal rehearsal, CancellationToken cancel)
    {
        var wanted = RoutingPolicy.Checked([.. request.Rules ?? []]);
        var now = await Now(book, db, me, cancel);
        return TypedResults.Ok(await rehearsal.Run(now, new RoutingRules(now.Skills, now.FallbackTeamIds, wanted, now.World), cancel));
    }

    /// <summary>Before the first rule the book is closed; teams and channels are there all the same.</summary>
    private static async Task<RoutingRules> Now(RoutingBook book, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var rules = await book.Open(db, me.OrganisationId, cancel);
        return ReferenceEquals(rules, RoutingRules.None) ? await RoutingBook.Read(db, me.OrganisationId, cancel) : rules;
    }
}
