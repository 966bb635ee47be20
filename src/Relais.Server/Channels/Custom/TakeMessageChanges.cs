using Microsoft.EntityFrameworkCore;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>A message was edited or taken back at the other side.</summary>
internal static class TakeMessageChanges
{
    public static void Map(RouteGroupBuilder doors, CustomDoors entrance)
    {
        Describe(doors.MapPatch("/messages/{externalId}", (Guid channelId, string externalId, HttpContext http, CancellationToken cancel) =>
                Handle(entrance, channelId, externalId, http, CustomEdit.Type, cancel)))
            .WithName("EditCustomMessage").WithSummary("A message has other words now.")
            .Accepts<CustomEdit>("application/json").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(doors.MapDelete("/messages/{externalId}", (Guid channelId, string externalId, HttpContext http, CancellationToken cancel) =>
                Handle(entrance, channelId, externalId, http, CustomRemoval.Type, cancel)))
            .WithName("RemoveCustomMessage").WithSummary("A message was taken back. Agents keep a struck-through trace.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder door) => door
        .ForTheOtherSide(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable)
        .WithDescription("Needs the token. 404 while no message with this external id was ever posted.")
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(
        CustomDoors entrance, Guid channelId, string externalId, HttpContext http, string type, CancellationToken cancel)
    {
        var (visit, refusal) = await entrance.EnterByToken(channelId, http, withBody: true, cancel);
        if (visit is null) return refusal!;
        if (visit.Complete(type, ("externalId", externalId)) is not { } body) return CustomDoors.Malformed("Send a JSON object.");
        if (CustomEnvelope.Parse(body.Span, out var fault) is not { } envelope) return CustomDoors.Malformed(fault);
        if (envelope.Act is CustomEdit { Text: null, Html: null })
            return Problems.Result(StatusCodes.Status422UnprocessableEntity, "message.empty", "Send text or html.");
        if (!await IsKnown(visit, externalId, cancel)) return CustomDoors.NoMessage();

        var (_, failed) = await visit.WriteDown(envelope.Key, body, cancel);
        return failed ?? TypedResults.NoContent();
    }

    /// <summary>In its conversation, or still waiting to get there: then the journal keeps the order.</summary>
    private static async Task<bool> IsKnown(CustomVisit visit, string externalId, CancellationToken cancel) =>
        await visit.Db().Messages.AnyAsync(message => message.ChannelId == visit.Channel.Id && message.ExternalId == externalId, cancel)
        || await visit.Get<ChannelMemory>().Recall(visit.Channel.Id, $"message:{externalId}", cancel) is not null;
}
