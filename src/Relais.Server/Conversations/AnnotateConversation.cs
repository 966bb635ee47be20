using Microsoft.AspNetCore.Http.HttpResults;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Leaves a note for colleagues; the contact never sees it.</summary>
public static class AnnotateConversation
{
    private const int NoteLimit = 10_000;

    public sealed record Request(Guid ClientId, string? Text);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/notes", Handle)
            .Needs(Permission.FileConversations)
            .WithName("AnnotateConversation").WithTags("Conversations").WithSummary("Leaves a note for colleagues");

    private static async Task<Results<Created<MessageView>, Ok<MessageView>, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, RelaisDb db, CancellationToken cancel)
    {
        Message? note = null, earlier = null;
        var found = await desk.Change(id, Write, cancel);

        return !found ? TypedResults.NotFound()
            : earlier is not null ? TypedResults.Ok(MessageView.Of(earlier))
            : TypedResults.Created($"/api/v1/messages/{note!.Id}", MessageView.Of(note));

        async Task Write(Conversation conversation)
        {
            earlier = await desk.WrittenBefore(conversation, request.ClientId, cancel);
            if (earlier is not null) return;

            var text = Texts.Required(request.Text, NoteLimit, "note");
            note = Message.ToColleagues(conversation, text, request.ClientId, desk.By, desk.Now);
            conversation.Annotate(note);
            db.Messages.Add(note);
        }
    }
}
