using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Assignment;

/// <summary>"Give me the next one": the caller gets the conversation at the head of the queue, and nobody else gets the same.</summary>
public static class TakeNext
{
    private const int AtOnce = 10;

    /// <param name="ConversationId">Null when nothing waits that the caller may take.</param>
    public sealed record Answer(Guid? ConversationId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/queue/next", Handle).Needs(Permission.AssignConversations)
            .WithName("TakeNext").WithTags("Assignment").WithSummary("Give me the next conversation that waits")
            .WithDescription("Assigns the head of the queue, among what the caller may see and nobody has, to the caller. Two who ask at once get two different ones.")
            .Produces<Answer>();

    private static async Task<Ok<Answer>> Handle(ConversationDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var tried = new HashSet<Guid>();
        while (await Heads(db, me, tried, cancel) is { Count: > 0 } heads)
        {
            foreach (var id in heads)
            {
                if (await Take(desk, me, id, cancel)) return TypedResults.Ok(new Answer(id));

                tried.Add(id);
            }
        }

        return TypedResults.Ok(new Answer(null));
    }

    private static Task<List<Guid>> Heads(RelaisDb db, CurrentMember me, HashSet<Guid> tried, CancellationToken cancel) =>
        db.Waiting().VisibleTo(me, db).Where(row => !tried.Contains(row.Id)).InQueueOrder().Select(row => row.Id).Take(AtOnce).ToListAsync(cancel);

    /// <summary>False when somebody was faster.</summary>
    private static async Task<bool> Take(ConversationDesk desk, CurrentMember me, Guid id, CancellationToken cancel)
    {
        var isMine = false;
        await desk.Change(id, TakeIfWaiting, cancel);
        return isMine;

        void TakeIfWaiting(Conversation conversation)
        {
            isMine = conversation is { State: ConversationState.New, AssigneeId: null };
            if (isMine) conversation.Take(me.Id, desk.By, desk.Now);
        }
    }
}
