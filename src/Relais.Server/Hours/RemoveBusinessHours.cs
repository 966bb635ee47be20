using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Deletes business hours; the channels that kept them are always open again.</summary>
public static class RemoveBusinessHours
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/business-hours/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveBusinessHours").WithTags("Business hours").WithSummary("Delete business hours")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, HoursDesk desk, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.BusinessHours.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } hours) return TypedResults.NotFound();

        await db.GiveTo(hours, [], move: false, desk, cancel);
        hours.Remove(desk.By, desk.Now);
        db.BusinessHours.Remove(hours);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.NoContent();
    }
}
