using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Marks a conversation as over; the assignment ends.</summary>
public static class ResolveConversation
{
    /// <param name="ReasonId">Needed where the settings ask for one.</param>
    /// <param name="WithoutSurvey">Whether the contact is not to be asked how it was.</param>
    public sealed record Request(Guid? ReasonId, string? Comment, bool WithoutSurvey = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/conversations/{id:guid}/resolution", Handle)
            .Needs(Permission.FileConversations)
            .WithName("ResolveConversation").WithTags("Conversations").WithSummary("Marks a conversation as over; the assignment ends");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, CancellationToken cancel) =>
        await desk.Change(id, conversation => desk.Resolve(conversation, request.ReasonId, request.Comment, !request.WithoutSurvey, cancel), cancel)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
