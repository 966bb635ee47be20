using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>Renames a tag, archives it or brings it back.</summary>
public static class ChangeTag
{
    /// <summary>What is left out stays as it is; an empty description removes it.</summary>
    public sealed record Request(string? Name, string? Description, bool? Active);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/tags/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeTag").WithTags("Tags").WithSummary("Change a tag")
            .Produces<TagView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.FindTag(id, cancel) is not { } tag) return TypedResults.NotFound();

        var (by, now) = (me.AsActor(), clock.GetUtcNow());
        if (request.Name is not null || request.Description is not null) tag.Describe(request.Name, request.Description, by, now);
        if (request.Active is { } active) tag.Offer(active, by, now);
        await db.RefuseTakenName(tag, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(TagView.Of(tag));
    }
}
