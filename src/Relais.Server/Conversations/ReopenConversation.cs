using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Takes a resolve back: the conversation is New again.</summary>
public static class ReopenConversation
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/conversations/{id:guid}/resolution", Handle)
            .Needs(Permission.FileConversations)
            .WithName("ReopenConversation").WithTags("Conversations").WithSummary("Takes a resolve back: the conversation is New again");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => desk.Reopen(conversation, cancel), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
