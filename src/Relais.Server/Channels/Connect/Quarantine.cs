using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Channels.Connect;

/// <summary>What came in and could not be read, with its bytes: to look at, to try again, or to drop.</summary>
public static class Quarantine
{
    private const int Most = 200;
    private const int PreviewBytes = 400;

    public sealed record Answer(IReadOnlyList<QuarantinedView> Items);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quarantine", List)
            .Needs(Permission.ManageSettings)
            .WithName("ListQuarantine").WithTags("Channels").WithSummary("What could not be read")
            .Produces<Answer>();
        routes.MapGet("/quarantine/{id:long}", Download)
            .Needs(Permission.ManageSettings)
            .WithName("DownloadQuarantined").WithTags("Channels").WithSummary("The bytes as they came")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPost("/quarantine/{id:long}/replay", Replay)
            .Needs(Permission.ManageSettings)
            .WithName("ReplayQuarantined").WithTags("Channels").WithSummary("Read it again")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/quarantine/{id:long}", Drop)
            .Needs(Permission.ManageSettings)
            .WithName("DropQuarantined").WithTags("Channels").WithSummary("Drop it for good")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(RelaisDb db, CancellationToken cancel)
    {
        var rows = await Quarantined(db).AsNoTracking().OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. rows.Select(Show)]));
    }

    private static async Task<IResult> Download(long id, RelaisDb db, CancellationToken cancel)
    {
        var row = await Quarantined(db).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        return row is null ? TypedResults.NotFound() : TypedResults.File(row.Body ?? [], "application/octet-stream", $"quarantine-{id}.bin");
    }

    private static async Task<IResult> Replay(long id, RelaisDb db, Wake wake, TimeProvider clock, CancellationToken cancel)
    {
        var row = await Quarantined(db).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (row is null) return TypedResults.NotFound();

        (row.State, row.Attempts, row.Error, row.DueAt) = (JournalState.Waiting, 0, null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        wake.Intake.Ring();
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>The row stays, without its bytes: its key keeps the provider's repetitions out.</summary>
    private static async Task<IResult> Drop(long id, RelaisDb db, CancellationToken cancel)
    {
        var row = await Quarantined(db).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (row is null) return TypedResults.NotFound();

        (row.State, row.Body) = (JournalState.Done, null);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static IQueryable<JournalRow> Quarantined(RelaisDb db) => db.Journal.Where(row => row.State == JournalState.Quarantined);

    private static QuarantinedView Show(JournalRow row)
    {
        var body = row.Body ?? [];
        return new QuarantinedView(
            row.Id, row.ChannelId, row.ReceivedAt, row.Attempts, row.Error, body.Length,
            Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, PreviewBytes))));
    }
}

/// <summary>What came in and could not be read.</summary>
/// <param name="Preview">Its first bytes, as text.</param>
public sealed record QuarantinedView(
    long Id, Guid ChannelId, DateTimeOffset ReceivedAt, int Attempts, string? Error, int Size, string Preview);
