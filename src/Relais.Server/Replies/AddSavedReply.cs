using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Writes down a reply to be used again.</summary>
public static class AddSavedReply
{
    /// <param name="UploadIds">Files uploaded before; answers get copies of them.</param>
    public sealed record Request(Guid CollectionId, string Title, string Body, string? Language, string? Shortcut, IReadOnlyList<Guid>? UploadIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/saved-replies", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("AddSavedReply").WithTags("Saved replies").WithSummary("Write down a reply to be used again")
            .Produces<SavedReplyView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, ReplyDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var collection = await desk.Editable(request.CollectionId, cancel)
            ?? throw new RuleViolation("reply_collection.unknown", "Choose a collection you may change.");
        var id = IdempotencyKey.IdFor(context.Request, me, "saved-reply");
        var reply = id is null ? null : await db.SavedReplies.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (reply is null)
        {
            reply = new SavedReply(collection, new ReplyText(request.Title, request.Body, request.Language, request.Shortcut), desk.By, desk.Now, id);
            await desk.RefuseTakenShortcut(reply, cancel);
            await desk.Attach(reply, request.UploadIds ?? [], cancel);
            db.SavedReplies.Add(reply);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/saved-replies/{reply.Id}", await desk.View(reply, cancel));
    }
}
