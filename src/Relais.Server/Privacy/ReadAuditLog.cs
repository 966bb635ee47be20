using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Privacy;

/// <summary>The administrators' audit log: who changed what of the settings, the last one first; on the screen or as a table.</summary>
public static class ReadAuditLog
{
    private const int Most = 200;
    private const int MostInTable = 20_000;

    /// <param name="Words">All must stand in the sentence, or in the name of who did it.</param>
    /// <param name="MemberId">Who did it.</param>
    /// <param name="After">The cursor of the page before.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(string Words = null, Guid? MemberId = null, DateTimeOffset? From = null, DateTimeOffset? To = null, Guid? After = null, int Limit = 50);
#nullable restore annotations

    /// <param name="Sentence">What he did, in the language of who asks; begins after his name.</param>
    /// <param name="SubjectId">What it was done to.</param>
    public sealed record Line(Guid Id, DateTimeOffset At, Guid MemberId, string By, string Operation, string Sentence, Guid? SubjectId);

    /// <param name="Items">The last one first.</param>
    /// <param name="Next">The cursor of those before; null at the end.</param>
    public sealed record Answer(IReadOnlyList<Line> Items, Guid? Next);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audit-log", List)
            .Needs(Permission.ManageSettings)
            .WithName("ReadAuditLog").WithTags("Privacy").WithSummary("Who changed what of the settings, the last one first")
            .Produces<Answer>();
        routes.MapGet("/audit-log/table", Table)
            .Needs(Permission.ManageSettings)
            .WithName("ExportAuditLog").WithTags("Privacy").WithSummary($"The same as a table (CSV), the last {MostInTable} lines that fit")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<IResult> List([AsParameters] Query query, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var language = await LanguageOf(me, db, cancel);
        var limit = Math.Clamp(query.Limit, 1, Most);
        var rows = await Found(query, language, db).Take(limit + 1).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. rows.Take(limit).Select(row => new Line(row.Id, row.At, row.MemberId, row.MemberName, row.Operation, AuditTexts.Sentence(row, language), row.SubjectId))],
            rows.Count > limit ? rows[limit - 1].Id : null));
    }

    private static async Task<IResult> Table([AsParameters] Query query, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var language = await LanguageOf(me, db, cancel);
        var rows = await Found(query, language, db).Take(MostInTable).ToListAsync(cancel);
        var cells = rows.Select(row => new[] { row.At.ToString("u", CultureInfo.InvariantCulture), row.MemberName, AuditTexts.Sentence(row, language), row.SubjectId?.ToString() });
        return TypedResults.File(Spreadsheet.Write(["time", "member", "sentence", "object"], cells, language), "text/csv; charset=utf-8", "audit-log.csv");
    }

    private static IQueryable<AuditRow> Found(Query query, string language, RelaisDb db)
    {
        var rows = db.AuditLog.AsNoTracking();
        if (query.After is { } after) rows = rows.Where(row => row.Id < after);
        if (query.MemberId is { } memberId) rows = rows.Where(row => row.MemberId == memberId);
        if (query.From is { } from) rows = rows.Where(row => row.At >= from);
        if (query.To is { } to) rows = rows.Where(row => row.At < to);
        foreach (var word in Texts.Key(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var operations = AuditTexts.OperationsWith(word, language);
            rows = rows.Where(row => row.Key.Contains(word) || operations.Contains(row.Operation));
        }

        return rows.OrderByDescending(row => row.Id);
    }

    private static Task<string> LanguageOf(CurrentMember me, RelaisDb db, CancellationToken cancel) =>
        db.Members.Where(row => row.Id == me.Id).Select(row => row.Language).FirstAsync(cancel);
}
