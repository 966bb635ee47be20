using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Sends an answer now: a scheduled one before its time, a failed or uncertain one once more.</summary>
public static class RetryAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/messages/{id:guid}/attempts", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("RetryAnswer").WithTags("Messages").WithSummary("Sends a scheduled answer before its time, or a failed or uncertain one once more");

    private static async Task<Results<Accepted, NotFound>> Handle(Guid id, ConversationDesk desk, AnswerRules rules, CancellationToken cancel)
    {
        var found = await desk.ChangeMessage(id, Retry, cancel);
        return found ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();

        Task Retry(Conversation conversation, Message message)
        {
            if (message.IsScheduled) conversation.Send(message, rules.Undo, desk.By, desk.Now);
            else message.Retry(desk.By, desk.Now);
            return Task.CompletedTask;
        }
    }
}
