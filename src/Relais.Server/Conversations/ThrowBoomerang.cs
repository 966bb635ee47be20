using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Puts a conversation aside until an instant.</summary>
public static class ThrowBoomerang
{
    /// <param name="At">When it comes back to New.</param>
    /// <param name="Then">Where it waits until then: pending or resolved.</param>
    /// <param name="Note">Shown when it is back.</param>
    /// <param name="ReasonId">As for resolving it.</param>
    /// <param name="Comment">As for resolving it.</param>
    public sealed record Request(DateTimeOffset At, ConversationState Then, string? Note, Guid? ReasonId, string? Comment);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/boomerang", Handle)
            .Needs(Permission.FileConversations)
            .WithName("ThrowBoomerang").WithTags("Conversations").WithSummary("Puts a conversation aside until an instant");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => PutAside(conversation, request, desk, cancel), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task PutAside(Conversation conversation, Request request, ConversationDesk desk, CancellationToken cancel)
    {
        if (request.Then == ConversationState.Resolved) await desk.Resolve(conversation, request.ReasonId, request.Comment, mayBeSurveyed: true, cancel);
        if (request.Then == ConversationState.Pending) conversation.Pend(desk.By, desk.Now);
        conversation.Throw(request.At, request.Note, desk.By, desk.Now);
    }
}
