using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>All shared replies as a table for a spreadsheet, which can be read in again.</summary>
public static class ExportSavedReplies
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/saved-replies/table", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ExportSavedReplies").WithTags("Saved replies").WithSummary("All shared replies as a table (CSV)")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv");

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var language = await db.Members.Where(row => row.Id == me.Id).Select(row => row.Language).FirstAsync(cancel);
        var rows = await (
            from reply in db.SavedReplies.AsNoTracking()
            join collection in db.ReplyCollections.AsNoTracking() on reply.CollectionId equals collection.Id
            where collection.OwnerId == null
            orderby collection.Name, reply.Id
            select new ReplyRow(collection.Name, reply.Title, reply.Body, reply.Language, reply.Shortcut) { Uses = reply.Uses }).ToListAsync(cancel);
        return TypedResults.File(ReplySheet.Write(rows, language), "text/csv; charset=utf-8", "saved-replies.csv");
    }
}
