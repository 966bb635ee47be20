using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Channels.Messenger;

/// <summary>Small things a browser tells: it has our answer, the visitor has read it, he is typing.</summary>
internal static class ReportAsVisitor
{
    private const int MostAtOnce = 100;

    public static void Map(RouteGroupBuilder doors)
    {
        doors.MapPost("/delivered", Delivered).ForVisitors(Limit.Signals)
            .WithName("ReportDelivered").WithSummary("These answers have arrived.").Produces(StatusCodes.Status204NoContent);
        doors.MapPost("/read", Read).ForVisitors(Limit.Signals)
            .WithName("ReportRead").WithSummary("The visitor has read up to this answer.").Produces(StatusCodes.Status204NoContent);
        doors.MapPost("/typing", Typing).ForVisitors(Limit.Signals)
            .WithName("ReportTyping").WithSummary("The visitor is typing, or stopped.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Delivered(
        Guid channelId, DeliveredRequest request, HttpContext http, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        var mine = visit.Threads(db);
        var places = await mine.Find(cancel);
        var ids = request.MessageIds.Take(MostAtOnce).ToArray();
        var arrived = await mine.Messages(places).Where(row => ids.Contains(row.Id) && row.Delivery == DeliveryStatus.Sent)
            .Select(row => row.Id).ToListAsync(cancel);
        foreach (var id in arrived)
        {
            var (_, refusal) = await visit.WriteDown(http, $"delivered/{id}", new Received(visit.Visitor, clock.GetUtcNow(), id));
            if (refusal is not null) return refusal;
        }

        return TypedResults.NoContent();
    }

    private static async Task<IResult> Read(
        Guid channelId, ReadRequest request, HttpContext http, RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        var mine = visit.Threads(db);
        var places = await mine.Find(cancel);
        var read = await mine.Messages(places).Where(row => row.Id == request.MessageId && row.Direction == Direction.Out)
            .Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancel);
        if (read is not { } until) return TypedResults.NoContent();

        var (_, refusal) = await visit.WriteDown(http, $"read/{request.MessageId}", new Seen(visit.Visitor, clock.GetUtcNow(), until));
        return refusal ?? TypedResults.NoContent();
    }

    private static async Task<IResult> Typing(
        Guid channelId, TypingRequest request, HttpContext http, RelaisDb db, Viewers viewers, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        var mine = visit.Threads(db);
        if (await mine.OpenConversation(await mine.Find(cancel), cancel) is { } conversation)
            await viewers.ContactTypes(conversation.ThreadId, conversation.Id, request.On);
        return TypedResults.NoContent();
    }
}

internal sealed record DeliveredRequest(IReadOnlyList<Guid> MessageIds);

internal sealed record ReadRequest(Guid MessageId);

internal sealed record TypingRequest(bool On);
