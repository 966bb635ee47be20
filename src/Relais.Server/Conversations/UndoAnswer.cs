using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Its author takes an answer back before it leaves; whoever may answer, one that is scheduled.</summary>
public static class UndoAnswer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/messages/{id:guid}", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("UndoAnswer").WithTags("Messages").WithSummary("Takes an answer back before it leaves");

    private static async Task<Results<NoContent, NotFound>> Handle(Guid id, ConversationDesk desk, RelaisDb db, CancellationToken cancel)
    {
        var found = await desk.ChangeMessage(id, Withdraw, cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();

        async Task Withdraw(Conversation conversation, Message message)
        {
            var before = await db.Messages.Where(other => other.ConversationId == conversation.Id && other.Id != id && other.Direction != Direction.Note && other.Delivery != DeliveryStatus.Scheduled)
                .OrderByDescending(other => other.At).ThenByDescending(other => other.Id).FirstOrDefaultAsync(cancel);
            conversation.Withdraw(message, before, desk.By, desk.Now);

            // It never left: nothing of it stays in the thread. The trail keeps that it was taken back.
            await db.Attachments.Where(file => file.MessageId == id).ForEachAsync(file => file.Leave(desk.Now), cancel);
            db.Messages.Remove(message);
        }
    }
}
