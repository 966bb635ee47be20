using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>All business hours and the channels that keep them.</summary>
public static class ListBusinessHours
{
    public sealed record Answer(IReadOnlyList<BusinessHoursView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/business-hours", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListBusinessHours").WithTags("Business hours").WithSummary("The business hours, and which channels keep them")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var items = await db.BusinessHours.AsNoTracking().OrderBy(hours => hours.Name).ThenBy(hours => hours.Id).ToListAsync(cancel);
        var keepers = (await db.Channels.Where(channel => channel.HoursId != null).Select(channel => new { channel.Id, channel.HoursId }).ToListAsync(cancel))
            .ToLookup(channel => channel.HoursId, channel => channel.Id);
        return TypedResults.Ok(new Answer([.. items.Select(hours => BusinessHoursView.Of(hours, keepers[hours.Id]))]));
    }
}
