using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.ResolveReasons;

/// <summary>Renames a resolve reason, says whether it takes a comment, offers it or not, archives it or brings it back.</summary>
public static class ChangeResolveReason
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(string? Name, CommentRule? Comment, bool? IsUsed, bool? IsArchived);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/resolve-reasons/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeResolveReason").WithTags("Resolve reasons").WithSummary("Change, use, archive or restore a resolve reason")
            .Produces<ResolveReasonView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var reasons = await db.ResolveReasons.ToListAsync(cancel);
        if (reasons.Find(one => one.Id == id) is not { } reason) return TypedResults.NotFound();

        Apply(request, reason, me.AsActor(), clock.GetUtcNow());
        if (!reason.IsArchived) await db.RefuseTakenName(reason, cancel);
        if (!reasons.Exists(one => one.IsOffered))
            throw new RuleViolation("resolve_reason.last", "Keep one reason in use: whoever resolves must be able to choose.");

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(ResolveReasonView.Of(reason));
    }

    private static void Apply(Request request, ResolveReason reason, Actor by, DateTimeOffset now)
    {
        if (request is not { Name: null, Comment: null }) reason.Describe(request.Name, request.Comment, by, now);
        if (request.IsUsed is { } use) reason.Use(use, by, now);
        if (request.IsArchived == true) reason.Archive(by, now);
        if (request.IsArchived == false) reason.Restore(by, now);
    }
}
