using Microsoft.EntityFrameworkCore;
using Relais.Domain.Hours;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Makes business hours and gives them to channels.</summary>
public static class AddBusinessHours
{
    public const int Limit = 100;

    /// <param name="Name">What they are called.</param>
    /// <param name="Timetable">When somebody is there.</param>
    /// <param name="ChannelIds">The channels that keep them; none when left out.</param>
    /// <param name="Move">Whether to take channels from other business hours.</param>
    public sealed record Request(string Name, TimetableView Timetable, IReadOnlyList<Guid>? ChannelIds, bool Move = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/business-hours", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddBusinessHours").WithTags("Business hours").WithSummary("Add business hours")
            .Produces<BusinessHoursView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, HoursDesk desk, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "business-hours");
        await using var turn = await db.BeginWrite(cancel);
        var hours = await db.BusinessHours.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (hours is null)
        {
            if (await db.BusinessHours.CountAsync(cancel) >= Limit)
                throw new RuleViolation("business_hours.too_many", "Delete business hours nobody keeps.", new Dictionary<string, object?> { ["limit"] = Limit });

            hours = new BusinessHours(me.OrganisationId, request.Name, (request.Timetable ?? new TimetableView("", [], [])).ToTimetable(), desk.By, desk.Now, id);
            await db.RefuseTakenName(hours, cancel);
            db.BusinessHours.Add(hours);
            await db.GiveTo(hours, request.ChannelIds ?? [], request.Move, desk, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/business-hours/{hours.Id}", BusinessHoursView.Of(hours, request.ChannelIds ?? []));
    }
}
