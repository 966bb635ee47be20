using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>Leaves a note for colleagues; the contact never sees it.</summary>
public static class AnnotateConversation
{
    internal const int NoteLimit = 10_000;

    /// <param name="ClientId">Made by the screen, so that sending twice makes one note.</param>
    /// <param name="Text">The note.</param>
    /// <param name="MentionIds">The colleagues it calls: they are told.</param>
    public sealed record Request(Guid ClientId, string? Text, IReadOnlyList<Guid>? MentionIds = null);

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
            earlier = await desk.WrittenBefore(conversation, request.ClientId, privatelyOn: null, cancel);
            if (earlier is not null) return;

            var text = Texts.Required(request.Text, NoteLimit, "note");
            note = Message.ToColleagues(conversation, text, request.ClientId, desk.By, desk.Now);
            note.Mention(await Called(request.MentionIds ?? [], db, cancel));
            conversation.Annotate(note);
            db.Messages.Add(note);
        }
    }

    private static async Task<IReadOnlyCollection<Guid>> Called(IReadOnlyList<Guid> ids, RelaisDb db, CancellationToken cancel)
    {
        if (ids.Count == 0) return ids;

        var members = await db.Members.Where(member => ids.Contains(member.Id) && member.Status == MemberStatus.Active).Select(member => member.Id).ToListAsync(cancel);
        return members.Count == ids.Distinct().Count() ? members : throw new RuleViolation("note.mention.unknown", "Mention active colleagues of your organisation.");
    }
}
