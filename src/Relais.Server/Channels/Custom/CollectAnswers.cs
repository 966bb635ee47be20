using System.Text.Json;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>For systems that cannot be called: they come for the answers, and say what they got.</summary>
internal static class CollectAnswers
{
    private const int MostAtOnce = 100;
    private const int LongestWait = 30;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    /// <summary>Answers that wait, oldest first: each as a webhook would get it.</summary>
    public sealed record Waiting(IReadOnlyList<JsonElement> Items);

    public sealed record Acknowledgement(IReadOnlyList<Guid>? EventIds);

    public static void Map(RouteGroupBuilder doors, CustomDoors entrance)
    {
        doors.MapGet("/outbox", (Guid channelId, int? wait, int? limit, HttpContext http, CancellationToken cancel) => Collect(entrance, channelId, wait, limit, http, cancel))
            .ForTheOtherSide()
            .WithName("CollectCustomAnswers")
            .WithSummary("The answers that wait, oldest first.")
            .WithDescription(
                "For channels without a webhook. `wait` (seconds, at most 30) holds the call until there is something; `limit` is at most 100. " +
                "Each comes again, with the same eventId, until it is acknowledged. Needs the token.")
            .Produces<Waiting>();
        doors.MapPost("/outbox/acks", (Guid channelId, HttpContext http, CancellationToken cancel) => Acknowledge(entrance, channelId, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest)
            .WithName("AcknowledgeCustomAnswers")
            .WithSummary("Says which answers have arrived; they are not handed out again.")
            .Accepts<Acknowledgement>("application/json")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Collect(CustomDoors entrance, Guid channelId, int? wait, int? limit, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: false, cancel);
        if (visit is null) return refusal!;

        var most = Math.Clamp(limit ?? MostAtOnce, 1, MostAtOnce);
        var looks = 1 + (int)(TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, LongestWait)) / BetweenLooks);
        while (true)
        {
            var items = await entrance.Shelf.Collect(channelId, most, cancel);
            if (items.Count > 0 || --looks == 0) return TypedResults.Ok(new Waiting([.. items.Select(CustomShelf.CallOf)]));

            await Task.Delay(BetweenLooks, cancel);
        }
    }

    private static async Task<IResult> Acknowledge(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: true, cancel);
        if (visit is null) return refusal!;
        if (Read(visit.Body) is not { EventIds: { Count: <= MostAtOnce } ids }) return CustomDoors.Malformed($"Send {{\"eventIds\": […]}} with at most {MostAtOnce} ids.");

        foreach (var id in ids) await entrance.Shelf.Acknowledge(channelId, id, cancel);
        return TypedResults.NoContent();
    }

    private static Acknowledgement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Acknowledgement>(body.Span, CustomAct.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
