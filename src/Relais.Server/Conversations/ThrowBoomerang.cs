using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Puts a conversation aside until an instant.</summary>
public static class ThrowBoomerang
{
    public sealed record Request(DateTimeOffset At, ConversationState Then, string? Note);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/boomerang", Handle)
            .Needs(Permission.FileConversations)
            .WithName("ThrowBoomerang").WithTags("Conversations").WithSummary("Puts a conversation aside until an instant");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => conversation.Throw(request.At, request.Then, request.Note, desk.By, desk.Now), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
