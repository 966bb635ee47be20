using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>How much a tag is used: asked before it is removed.</summary>
public static class CountTagUse
{
    public sealed record Answer(int Messages);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tags/{id:guid}/use", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("CountTagUse").WithTags("Tags").WithSummary("How many messages have a tag")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CancellationToken cancel) => await db.FindTag(id, cancel) is null
        ? TypedResults.NotFound()
        : TypedResults.Ok(new Answer(await db.MessageTags.CountAsync(row => row.TagId == id, cancel)));
}
