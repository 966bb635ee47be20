using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>The auto responders, with what each says.</summary>
public static class ListAutoResponders
{
    public sealed record Answer(IReadOnlyList<ResponderView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/auto-responders", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListAutoResponders").WithTags("Virtual agents").WithSummary("The auto responders")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var holds = await db.ScriptRuns.GroupBy(run => run.ResponderId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var responders = await db.AutoResponders.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. responders.Select(one => ResponderView.Of(one, holds.GetValueOrDefault(one.Id)))]));
    }
}
