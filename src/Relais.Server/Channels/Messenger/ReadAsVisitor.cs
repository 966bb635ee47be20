using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>The visitor's thread: its newest page, an older one, or what changed after a position.</summary>
internal static class ReadAsVisitor
{
    public static void Map(RouteGroupBuilder doors) => doors.MapGet("/messages", Handle)
        .ForVisitors().WithName("ReadAsVisitor").WithSummary("The visitor's own messages and the answers, oldest first within the page.");

    private static async Task<Ok<VisitorPage>> Handle(
        Guid channelId, string? before, long? after, int? limit, HttpContext http, RelaisDb db, ChannelMemory memory, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        var position = await EventFeed.Position(db, cancel);
        var mine = visit.Threads(db);
        if (await mine.Find(cancel) is not [var goesOn, ..] places) return TypedResults.Ok(new VisitorPage([], null, position, null));

        var seenAt = await SeenMark.Of(memory, visit.Channel.Id, goesOn, cancel);
        if (after is { } known && await new VisitorFeed(db, mine).Since(places, known, position, cancel) is { } changed)
            return TypedResults.Ok(new VisitorPage(changed, null, position, seenAt));

        var (items, next) = await mine.Page(places, Cursor.Parse(before), Math.Clamp(limit ?? 40, 1, 100), cancel);
        return TypedResults.Ok(new VisitorPage(items, next?.ToString(), position, seenAt));
    }
}

/// <param name="Before">The cursor of the page before; null at the beginning.</param>
/// <param name="Position">Up to which event it is fresh: where the stream goes on.</param>
/// <param name="SeenAt">Until when we have read what he wrote.</param>
internal sealed record VisitorPage(IReadOnlyList<VisitorMessage> Items, string? Before, long Position, DateTimeOffset? SeenAt);

/// <summary>Until when we have read what a visitor wrote; kept beside the thread, because only his browser shows it.</summary>
internal static class SeenMark
{
    public static async Task<DateTimeOffset?> Of(ChannelMemory memory, Guid channelId, Guid threadId, CancellationToken cancel) =>
        await memory.Recall(channelId, KeyOf(threadId), cancel) is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : null;

    public static Task Set(ChannelMemory memory, Guid channelId, Guid threadId, DateTimeOffset at, CancellationToken cancel) =>
        memory.Remember(channelId, KeyOf(threadId), at.ToString("O", CultureInfo.InvariantCulture), cancel);

    private static string KeyOf(Guid threadId) => $"seen/{threadId}";
}
