using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>Everybody a broadcast is for, and what became of each message: page by page, or as a table for a spreadsheet.</summary>
public static class ListBroadcastMessages
{
    private const int Most = 200;

    private static readonly string[] Head = ["listLine", "name", "address", "status", "reason", "details", "at", "conversation"];

    /// <param name="Next">The id to go on after; null at the end.</param>
    public sealed record Answer(IReadOnlyList<BroadcastLine> Items, Guid? Next);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/broadcasts/{id:guid}/messages", Handle)
            .Needs(Permission.SendBroadcasts)
            .WithName("ListBroadcastMessages").WithTags("Broadcasts").WithSummary("What became of the messages of a broadcast")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/broadcasts/{id:guid}/table", Export)
            .Needs(Permission.SendBroadcasts)
            .WithName("ExportBroadcastMessages").WithTags("Broadcasts").WithSummary("The messages of a broadcast as a table (CSV)")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Handle(
        Guid id, RelaisDb db, CurrentMember me, CancellationToken cancel, string? status = null, Guid? after = null, int limit = 50)
    {
        if (!await db.Broadcasts.VisibleTo(me).AnyAsync(row => row.Id == id, cancel)) return TypedResults.NotFound();

        var most = Math.Clamp(limit, 1, Most);
        var lines = db.LinesOf(id, StatusIn(status));
        if (after is { } last) lines = lines.Where(row => row.Id > last);
        var found = await lines.Take(most + 1).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. found.Take(most).Select(row => row.AsLine())], found.Count > most ? found[most - 1].Id : null));
    }

    private static async Task<IResult> Export(Guid id, RelaisDb db, CurrentMember me, SiteAddress site, CancellationToken cancel)
    {
        if (!await db.Broadcasts.VisibleTo(me).AnyAsync(row => row.Id == id, cancel)) return TypedResults.NotFound();

        var language = await db.Members.Where(row => row.Id == me.Id).Select(row => row.Language).FirstAsync(cancel);
        var lines = (await db.LinesOf(id).ToListAsync(cancel)).Select(row => row.AsLine());
        var cells = lines.Select(line => new[]
        {
            line.Line?.ToString(CultureInfo.InvariantCulture),
            line.Name,
            line.Address,
            Word(line.Status),
            line.LeftOut is { } reason ? Word(reason) : line.Code,
            line.Words,
            line.At?.ToString("O", CultureInfo.InvariantCulture),
            line.ConversationId is { } conversation ? site.Of($"conversations/{conversation}").ToString() : null,
        });
        return TypedResults.File(Spreadsheet.Write(Head, cells, language ?? "en"), "text/csv; charset=utf-8", "broadcast.csv");
    }

    private static ProactiveStatus? StatusIn(string? written) =>
        written is null ? null
        : Enum.TryParse<ProactiveStatus>(written, ignoreCase: true, out var status) ? status
        : throw new BadHttpRequestException($"There is no status '{written}'.");

    /// <summary>As the API writes it.</summary>
    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
