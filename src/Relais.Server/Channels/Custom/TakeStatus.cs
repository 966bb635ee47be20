using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>The other side tells how far one of our answers got.</summary>
internal static class TakeStatus
{
    public static void Map(RouteGroupBuilder doors, CustomDoors entrance) =>
        doors.MapPost("/messages/{id}/status", (Guid channelId, string id, HttpContext http, CancellationToken cancel) => Handle(entrance, channelId, id, http, cancel))
            .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable)
            .WithName("TakeCustomStatus")
            .WithSummary("How far one of our answers got: sent, delivered, read or failed.")
            .WithDescription("`id` is the answer's own id, or the external id given when it was accepted. Only moves forward; what comes late changes nothing. Needs the token.")
            .Accepts<CustomStatus>("application/json")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(CustomDoors entrance, Guid channelId, string id, HttpContext http, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: true, cancel);
        if (visit is null) return refusal!;
        if (visit.Complete(CustomStatus.Type, ("messageId", id)) is not { } body) return CustomDoors.Malformed("Send a JSON object.");
        if (CustomEnvelope.Parse(body.Span, out var fault) is not { } envelope) return CustomDoors.Malformed(fault);

        var own = Guid.TryParse(id, out var messageId) ? messageId : Guid.Empty;
        if (!await visit.Db().Messages.AnyAsync(
            message => message.ChannelId == visit.Channel.Id && message.Direction == Direction.Out && (message.Id == own || message.ExternalId == id), cancel))
            return CustomDoors.NoMessage();

        var (_, failed) = await visit.WriteDown(envelope.Key, body, cancel);
        return failed ?? TypedResults.NoContent();
    }
}
