using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Privacy;

/// <summary>Which contacts were deleted, the last one first.</summary>
public static class ListDeletedContacts
{
    private const int Most = 200;

    /// <param name="Items">The last one first.</param>
    /// <param name="Next">The cursor of those before; null at the end.</param>
    public sealed record Answer(IReadOnlyList<DeletedContactView> Items, Guid? Next);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/deleted-contacts", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListDeletedContacts").WithTags("Privacy").WithSummary("Which contacts were deleted, the last one first")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, Guid? after, int? limit, CancellationToken cancel)
    {
        var wanted = Math.Clamp(limit ?? 50, 1, Most);
        var rows = await db.DeletedContacts.AsNoTracking().Where(row => after == null || row.Id < after.Value)
            .OrderByDescending(row => row.Id).Take(wanted + 1).ToListAsync(cancel);
        var kinds = await db.Channels.ToDictionaryAsync(row => row.Id, row => row.Kind, cancel);
        return TypedResults.Ok(new Answer(
            [.. rows.Take(wanted).Select(row => DeletedContactView.Of(row, kinds))], rows.Count > wanted ? rows[wanted - 1].Id : null));
    }
}
