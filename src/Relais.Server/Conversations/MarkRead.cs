using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Tells the provider that we have read the contact's messages, where it can be told.</summary>
public static class MarkRead
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/read", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("MarkRead").WithTags("Conversations").WithSummary("Tells the provider that we have read the contact's messages");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, RelaisDb db, CurrentMember me, Signals signals, CancellationToken cancel)
    {
        var threadId = await db.Conversations.VisibleTo(me, db).Where(row => row.Id == id).Select(row => (Guid?)row.ThreadId).FirstOrDefaultAsync(cancel);
        if (threadId is null) return TypedResults.NotFound();

        signals.Read(threadId.Value);
        return TypedResults.NoContent();
    }
}
