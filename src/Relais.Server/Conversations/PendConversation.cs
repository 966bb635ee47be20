using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Waits for the contact from now on.</summary>
public static class PendConversation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/pending", Handle)
            .Needs(Permission.FileConversations)
            .WithName("PendConversation").WithTags("Conversations").WithSummary("Waits for the contact from now on");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => conversation.Pend(desk.By, desk.Now), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
