using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.BulkActions;

/// <summary>Takes a bulk action back while the offer stands: those conversations that nobody has touched since.</summary>
public static class UndoBulkAction
{
    public sealed record Answer(IReadOnlyList<BulkOutcome> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/bulk-actions/{id:guid}", Handle)
            .Needs(Permission.ActInBulk)
            .WithName("UndoBulkAction").WithTags("Conversations").WithSummary("Take a bulk action back")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, BulkDesk desk, CancellationToken cancel) =>
        await desk.Undo(id, cancel) is { } outcomes ? TypedResults.Ok(new Answer(outcomes)) : TypedResults.NotFound();
}
