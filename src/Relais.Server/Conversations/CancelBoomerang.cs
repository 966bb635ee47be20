using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Keeps a conversation from coming back by itself.</summary>
public static class CancelBoomerang
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/conversations/{id:guid}/boomerang", Handle)
            .Needs(Permission.FileConversations)
            .WithName("CancelBoomerang").WithTags("Conversations").WithSummary("Keeps a conversation from coming back by itself");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => conversation.CancelBoomerang(desk.By, desk.Now), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
