using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.ResolveReasons;

/// <summary>Makes a resolve reason; it is offered at once, at the end of the list.</summary>
public static class AddResolveReason
{
    public const int Limit = 100;

    /// <param name="Comment">Off when left out.</param>
    public sealed record Request(string Name, CommentRule? Comment);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/resolve-reasons", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddResolveReason").WithTags("Resolve reasons").WithSummary("Add a resolve reason")
            .Produces<ResolveReasonView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "resolve-reason");
        await using var turn = await db.BeginWrite(cancel);
        var reason = await db.ResolveReasons.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (reason is null)
        {
            var places = await db.ResolveReasons.Select(one => one.Place).ToListAsync(cancel);
            if (places.Count >= Limit)
                throw new RuleViolation("resolve_reason.too_many", "Rename a reason nobody uses.", new Dictionary<string, object?> { ["limit"] = Limit });

            reason = new ResolveReason(
                me.OrganisationId, request.Name, request.Comment ?? CommentRule.Off, places.DefaultIfEmpty(-1).Max() + 1, me.AsActor(), clock.GetUtcNow(), id);
            await db.RefuseTakenName(reason, cancel);
            db.ResolveReasons.Add(reason);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/resolve-reasons/{reason.Id}", ResolveReasonView.Of(reason));
    }
}
