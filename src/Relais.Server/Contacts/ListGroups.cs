using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>The contact groups, with how many belong to each and how far the count is.</summary>
public static class ListGroups
{
    public sealed record Answer(IReadOnlyList<GroupView> Items, SweepView Sweep);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/contact-groups", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListContactGroups").WithTags("Contacts").WithSummary("The contact groups of the organisation")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var groups = await db.ContactGroups.AsNoTracking().OrderBy(group => group.Name).ThenBy(group => group.Id).ToListAsync(cancel);
        var counts = await db.GroupMembers.GroupBy(row => row.GroupId).Select(rows => new { rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return TypedResults.Ok(new Answer(
            [.. groups.Select(group => GroupView.Of(group, counts.GetValueOrDefault(group.Id)))], await SweepView.Of(db, cancel)));
    }
}
