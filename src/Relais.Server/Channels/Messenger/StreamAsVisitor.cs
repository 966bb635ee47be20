using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>
/// The visitor's live line, as server-sent events. The id of an event is a position of the feed: a browser that comes
/// back with Last-Event-ID gets what it missed, and <c>reset</c> when that is too much.
/// </summary>
internal sealed class StreamAsVisitor(VisitorStreams streams, IServiceScopeFactory scopes, Visit visit)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private IReadOnlyList<Guid> places = [];
    private long position;

    public static void Map(RouteGroupBuilder doors, VisitorStreams streams) => doors.MapGet("/stream", (
            Guid channelId, HttpContext http, IServiceScopeFactory scopes, IHostApplicationLifetime life) => Handle(http, streams, scopes, life))
        .ForVisitors()
        .WithName("StreamAsVisitor").WithSummary("Server-sent events: message, typing, read, reset, ping. Last-Event-ID takes up where it stopped.")
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");

    private static ServerSentEventsResult<string> Handle(HttpContext http, VisitorStreams streams, IServiceScopeFactory scopes, IHostApplicationLifetime life)
    {
        var after = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : (long?)null;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var line = new StreamAsVisitor(streams, scopes, Visit.Of(http));
        return TypedResults.ServerSentEvents(line.Follow(after, life.ApplicationStopping, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> Follow(
        long? after, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        using var ear = streams.Listen(visit.Channel.Id);
        foreach (var item in await CatchUp(ear, after, both.Token)) yield return item;
        while (await Next(ear, both.Token) is { } items)
        {
            foreach (var item in items) yield return item;
        }
    }

    /// <summary>Null when the line is to end.</summary>
    private async Task<IReadOnlyList<SseItem<string>>?> Next(VisitorStreams.Ear ear, CancellationToken cancel)
    {
        try
        {
            return await ear.Next(Heartbeat, cancel) switch
            {
                Heard.Word word => [new SseItem<string>(word.Json, word.Kind)],
                Heard.Change { MessageId: { } id } change when places.Count > 0 => await Changed(change.Position, id, cancel),
                // Whatever is not plain, and every silence, asks the store: another node may have written.
                _ => await CatchUp(ear, position, cancel),
            };
        }
        catch (Exception over) when (over is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SseItem<string>>> CatchUp(VisitorStreams.Ear ear, long? after, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, mine) = Reach(scope);
        var before = places;
        places = await mine.Find(cancel);
        if (places.Count > 0 && !places.SequenceEqual(before)) ear.MoveTo(places);

        position = await EventFeed.Position(db, cancel);
        // He turned out to be somebody we knew, or is on his own again: he has another past now.
        if (before.Any(thread => !places.Contains(thread)) || (before.Count > 0 && places.Count > before.Count)) return [Item("reset", new { })];
        if (places.Count == 0 || after is not { } known) return [Item("ping", new { })];

        var missed = await new VisitorFeed(db, mine).Since(places, known, position, cancel);
        return missed is null
            ? [Item("reset", new { })]
            : [.. missed.Select(message => Item("message", new { message })), Item("ping", new { })];
    }

    private async Task<IReadOnlyList<SseItem<string>>> Changed(long at, Guid messageId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (_, mine) = Reach(scope);
        position = Math.Max(position, at);
        return [.. (await mine.Of(places, [messageId], cancel)).Select(message => Item("message", new { message }))];
    }

    private (RelaisDb Db, VisitorThread Mine) Reach(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = visit.Channel.OrganisationId;
        return (db, visit.Threads(db));
    }

    private SseItem<string> Item(string kind, object body) =>
        new(JsonSerializer.Serialize(body, EventJson.Options), kind) { EventId = position.ToString(CultureInfo.InvariantCulture) };
}
