using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Sends a failed or uncertain answer once more.</summary>
public static class RetryAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/messages/{id:guid}/attempts", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("RetryAnswer").WithTags("Messages").WithSummary("Sends a failed or uncertain answer once more");

    private static async Task<Results<Accepted, NotFound>> Handle(Guid id, ConversationDesk desk, CancellationToken cancel)
    {
        var found = await desk.ChangeMessage(id, Retry, cancel);
        return found ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();

        Task Retry(Conversation conversation, Message message)
        {
            message.Retry(desk.By, desk.Now);
            return Task.CompletedTask;
        }
    }
}
