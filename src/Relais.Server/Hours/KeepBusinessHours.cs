using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Chooses the business hours of one channel, in place of those it kept.</summary>
public static class KeepBusinessHours
{
    /// <param name="HoursId">Null = always open.</param>
    public sealed record Request(Guid? HoursId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/channels/{id:guid}/business-hours", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("KeepBusinessHours").WithTags("Business hours").WithSummary("Choose the business hours of a channel")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, RelaisDb db, HoursDesk desk, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.Channels.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } channel) return TypedResults.NotFound();
        if (request.HoursId is { } wanted && !await db.BusinessHours.AnyAsync(one => one.Id == wanted, cancel))
            throw new RuleViolation("business_hours.unknown", "Choose among the business hours of this organisation.");

        channel.KeepHours(request.HoursId, desk.By, desk.Now);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
