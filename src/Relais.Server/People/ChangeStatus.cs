using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>A supervisor says for a colleague that he is available or away, for instance when he forgot to after lunch.</summary>
public static class ChangeStatus
{
    /// <param name="AwayStateId">With <c>away</c>: why; left out = just away.</param>
    public sealed record Request(Availability Availability, Guid? AwayStateId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/members/{id:guid}/availability", Handle)
            .Needs(Permission.Supervise)
            .WithName("ChangeStatus").WithTags("People").WithSummary("Change a colleague's status")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, RelaisDb db, StatusDesk desk, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == id && one.Status == MemberStatus.Active, cancel);
        if (member is null) return TypedResults.NotFound();

        await desk.Choose(member, request.Availability, request.AwayStateId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        desk.Tell();
        return TypedResults.NoContent();
    }
}
