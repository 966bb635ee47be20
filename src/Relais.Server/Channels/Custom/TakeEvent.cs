using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>Something else happened at the other side: read, typing, a reaction, a pressed button…</summary>
internal static class TakeEvent
{
    public static void Map(RouteGroupBuilder doors, CustomDoors entrance) =>
        doors.MapPost("/events", (Guid channelId, HttpContext http, CancellationToken cancel) => Handle(entrance, channelId, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable)
            .WithName("TakeCustomEvent")
            .WithSummary("The contact read, types, reacted, pressed a button, came from somewhere or opted out.")
            .WithDescription(
                "`type` is `read`, `typing`, `reaction`, `postback`, `referral` or `optOut`; any other is kept and shown as unsupported. " +
                "`eventId` tells repetitions. Typing is shown to whoever looks, and forgotten.")
            .Accepts<CustomAct>("application/json")
            .Produces(StatusCodes.Status202Accepted);

    private static async Task<IResult> Handle(CustomDoors entrance, Guid channelId, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.Enter(channelId, http, cancel);
        if (visit is null) return refusal!;
        if (CustomEnvelope.Parse(visit.Body.Span, out var fault) is not { } envelope) return CustomDoors.Malformed(fault);
        if (envelope.Act is CustomMessage or CustomEdit or CustomRemoval or CustomStatus)
            return CustomDoors.Malformed("Send a type, and use the doors under /messages for messages.");
        if (!CustomReading.IsKnowable(envelope.Act.Sender))
            return Problems.Result(StatusCodes.Status422UnprocessableEntity, "message.person_required", "Send sender.externalId, at most 200 characters.");

        if (envelope.Act is CustomTyping typing)
        {
            await Show(visit, typing, cancel);
            return TypedResults.Accepted((string?)null);
        }

        var (_, failed) = await visit.WriteDown(envelope.Key, visit.Body, cancel);
        return failed ?? TypedResults.Accepted((string?)null);
    }

    private static async Task Show(CustomVisit visit, CustomTyping typing, CancellationToken cancel)
    {
        var id = typing.Sender!.ExternalId!.Trim();
        var db = visit.Db();
        var open = await (
            from identity in db.ContactIdentities
            join conversation in db.Conversations on identity.ContactId equals conversation.ContactId
            where identity.ChannelId == visit.Channel.Id && identity.ExternalId == id
                && conversation.ChannelId == visit.Channel.Id && conversation.State != ConversationState.Resolved
            select new { conversation.Id, conversation.ThreadId }).FirstOrDefaultAsync(cancel);
        if (open is not null) await visit.Get<Viewers>().ContactTypes(open.ThreadId, open.Id, typing.On);
    }
}
