using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Needs attention again: the conversation is New.</summary>
public static class ReturnConversation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/conversations/{id:guid}/pending", Handle)
            .Needs(Permission.FileConversations)
            .WithName("ReturnConversation").WithTags("Conversations").WithSummary("Needs attention again: the conversation is New");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => conversation.Return(desk.By, desk.Now), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
