using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>Takes a message of the other side: durable at once, and told where it went as soon as that is known.</summary>
internal static class TakeMessage
{
    // Sorting in takes some hundredths of a second; after about five seconds something is in the way.
    private static readonly int[] Looks = [5, 10, 15, 20, 30, 50, 80, 120, 200, 300, 500, 800, 1000, 1000, 1000];

    /// <summary>Where a message went. The ids are null while it waits to be sorted in.</summary>
    public sealed record Taken(string ExternalId, Guid? MessageId, Guid? ConversationId, Guid? ContactId);

    public static void Map(RouteGroupBuilder doors, CustomDoors entrance) =>
        doors.MapPost("/messages", (Guid channelId, HttpContext http, CancellationToken cancel) => Handle(entrance, channelId, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable)
            .WithName("TakeCustomMessage")
            .WithSummary("A contact wrote, or one of ours did outside Relais.")
            .WithDescription(
                "Exactly one message comes of it, however often it is sent: `externalId` in the body, or the header `Idempotency-Key`, tells repetitions. " +
                "201: stored and in its conversation. 200: was there already. 409: the same id with other bytes. " +
                "202: safely stored, but not sorted in within five seconds; its ids are null. Only 409, 429 and 5xx need another call.")
            .Accepts<CustomMessage>("application/json")
            .Produces<Taken>(StatusCodes.Status201Created)
            .Produces<Taken>()
            .Produces<Taken>(StatusCodes.Status202Accepted);

    private static async Task<IResult> Handle(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.Enter(channelId, http, cancel);
        if (visit is null) return refusal!;

        var body = Named(visit, http.Request.Headers["Idempotency-Key"].ToString());
        if (body is null) return CustomDoors.Malformed("Send a JSON object.");
        if (CustomEnvelope.Parse(body.Value.Span, out var fault) is not { } envelope) return CustomDoors.Malformed(fault);
        if (envelope.Act is not CustomMessage message) return CustomDoors.Malformed("Post events to /events.");
        if (Unusable(message, visit) is { } unusable) return unusable;
        if (await IsAnother(visit, envelope, cancel))
            return Problems.Result(StatusCodes.Status409Conflict, "message.conflict", "This id belongs to a message with other content.");

        var (isNew, failed) = await visit.WriteDown(envelope.Key, body.Value, cancel);
        return failed ?? await Answer(visit, envelope.Id, isNew, cancel);
    }

    /// <summary>The header names the message where the body does not.</summary>
    private static ReadOnlyMemory<byte>? Named(CustomVisit visit, string idempotencyKey) =>
        idempotencyKey.Length > 0 && CustomEnvelope.Parse(visit.Body.Span, out _)?.Act is CustomMessage { ExternalId: null or "" }
            ? visit.Complete(CustomMessage.Type, ("externalId", idempotencyKey))
            : visit.Body;

    private static IResult? Unusable(CustomMessage message, CustomVisit visit)
    {
        var person = message.Direction == CustomDirection.Out ? message.Recipient : message.Sender;
        var files = message.Attachments ?? [];
        var now = visit.Get<TimeProvider>().GetUtcNow();
        return message switch
        {
            { ExternalId: null or "" } => No("message.id_required", "Send externalId, or the header Idempotency-Key."),
            _ when !CustomReading.IsKnowable(person) => No("message.person_required", "Send sender.externalId (for 'out': recipient.externalId), at most 200 characters."),
            { Text: null, Html: null, Location: null, ContactCard: null } when files.Count == 0 => No("message.empty", "Send text, html, attachments, a location or a contact card."),
            _ when files.Count > CustomFiles.Most => No("attachment.too_many", $"Send at most {CustomFiles.Most} attachments."),
            _ when files.Any(file => !CustomFiles.IsUsable(file, visit.Settings, now)) => No("attachment.unknown", "Each attachment needs an http(s) url or the uploadId of a file uploaded on this channel within a day."),
            _ => null,
        };

        static IResult No(string code, string detail) => Problems.Result(StatusCodes.Status422UnprocessableEntity, code, detail);
    }

    /// <summary>Whether the id was used before, with other bytes.</summary>
    private static async Task<bool> IsAnother(CustomVisit visit, CustomEnvelope envelope, CancellationToken cancel)
    {
        var memory = visit.Get<ChannelMemory>();
        var digest = Convert.ToHexStringLower(SHA256.HashData(visit.Body.Span));
        return !await memory.RememberFirst(visit.Channel.Id, envelope.Key, digest, cancel)
            && await memory.Recall(visit.Channel.Id, envelope.Key, cancel) != digest;
    }

    private static async Task<IResult> Answer(CustomVisit visit, string externalId, bool isNew, CancellationToken cancel)
    {
        var db = visit.Db();
        foreach (var wait in Looks)
        {
            var found = await (
                from message in db.Messages
                join conversation in db.Conversations on message.ConversationId equals conversation.Id
                where message.ChannelId == visit.Channel.Id && message.ExternalId == externalId
                select new Taken(externalId, message.Id, message.ConversationId, conversation.ContactId)).AsNoTracking().FirstOrDefaultAsync(cancel);
            if (found is not null) return isNew ? TypedResults.Created((string?)null, found) : TypedResults.Ok(found);

            await Task.Delay(wait, cancel);
        }

        return TypedResults.Accepted((string?)null, new Taken(externalId, null, null, null));
    }
}
