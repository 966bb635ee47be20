using Microsoft.AspNetCore.Http.HttpResults;

namespace Relais.Server.Channels.Messenger;

/// <summary>Ends a visitor's token: whoever uses the browser next starts anew.</summary>
internal static class LeaveAsVisitor
{
    public static void Map(RouteGroupBuilder doors) => doors.MapDelete("/visitors", Handle)
        .ForVisitors().WithName("LeaveAsVisitor").WithSummary("Ends the token it is called with.");

    private static async Task<NoContent> Handle(
        Guid channelId, HttpContext http, ChannelMemory memory, TimeProvider clock, CancellationToken cancel)
    {
        var visit = Visit.Of(http);
        await new VisitorSessions(memory, clock).End(visit.Channel.Id, visit.Token!, cancel);
        return TypedResults.NoContent();
    }
}
