using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Renames business hours, sets them anew, or gives them to other channels.</summary>
public static class ChangeBusinessHours
{
    /// <summary>What is left out stays as it is.</summary>
    /// <param name="Name">What they are called.</param>
    /// <param name="Timetable">When somebody is there.</param>
    /// <param name="ChannelIds">The channels that keep them.</param>
    /// <param name="Move">Whether to take channels from other business hours.</param>
    public sealed record Request(string? Name, TimetableView? Timetable, IReadOnlyList<Guid>? ChannelIds, bool Move = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/business-hours/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeBusinessHours").WithTags("Business hours").WithSummary("Change business hours, or the channels that keep them")
            .Produces<BusinessHoursView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, RelaisDb db, HoursDesk desk, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.BusinessHours.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } hours) return TypedResults.NotFound();

        if (request is not { Name: null, Timetable: null })
        {
            hours.Describe(request.Name, request.Timetable?.ToTimetable(), desk.By, desk.Now);
            await db.RefuseTakenName(hours, cancel);
        }

        if (request.ChannelIds is { } wanted) await db.GiveTo(hours, wanted, request.Move, desk, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(BusinessHoursView.Of(hours, await db.Channels.Where(channel => channel.HoursId == id).Select(channel => channel.Id).ToListAsync(cancel)));
    }
}
