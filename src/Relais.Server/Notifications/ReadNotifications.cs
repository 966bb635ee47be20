using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>One has seen what one was told of: of one conversation, or everything.</summary>
public static class ReadNotifications
{
    /// <param name="ConversationId">Null = everything.</param>
    public sealed record Request(Guid? ConversationId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/notifications/read", Handle).Needs(Permission.SeeConversations)
            .WithName("ReadNotifications").WithTags("Notifications").WithSummary("One has seen what one was told of")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> Handle(Request request, NotificationDesk desk, CancellationToken cancel)
    {
        await desk.Read(desk.Unread.Where(one => request.ConversationId == null || one.ConversationId == request.ConversationId), cancel);
        return TypedResults.NoContent();
    }
}
