using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>Takes a tag off every message. Messages follow in the background.</summary>
public static class RemoveTag
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/tags/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveTag").WithTags("Tags").WithSummary("Remove a tag from every message")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, Wake wake, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.FindTag(id, cancel) is not { } tag) return TypedResults.NotFound();

        tag.Remove(me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        wake.Tags.Ring();
        return TypedResults.NoContent();
    }
}
