using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Sends a failed or uncertain answer once more.</summary>
public static class RetryAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/messages/{id:guid}/attempts", Handle).Needs(Permission.AnswerConversations)
            .WithSummary("Sends a failed or uncertain answer once more.");

    private static async Task<Results<Accepted, NotFound>> Handle(
        Guid id, ConversationDesk desk, CurrentMember me, RelaisDb db, CancellationToken cancel)
    {
        var conversationId = await db.Messages.VisibleTo(me).Where(message => message.Id == id)
            .Select(message => message.ConversationId).FirstOrDefaultAsync(cancel);
        var found = await desk.Change(
            conversationId,
            async _ => (await db.Messages.FirstAsync(stored => stored.Id == id, cancel)).Retry(desk.By, desk.Now),
            cancel);
        return found ? TypedResults.Accepted((string?)null) : TypedResults.NotFound();
    }
}
