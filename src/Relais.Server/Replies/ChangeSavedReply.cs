using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Changes what a saved reply says, by what it is found, its files, or where it stands.</summary>
public static class ChangeSavedReply
{
    /// <summary>What is left out stays as it is; an empty language or shortcut removes it.</summary>
    /// <param name="AttachmentIds">All its files from now on: some it had, others uploaded before.</param>
    public sealed record Request(
        Guid? CollectionId, string? Title, string? Body, string? Language, string? Shortcut, IReadOnlyList<Guid>? AttachmentIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/saved-replies/{id:guid}", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ChangeSavedReply").WithTags("Saved replies").WithSummary("Change a saved reply")
            .Produces<SavedReplyView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, ReplyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.EditableReply(id, cancel) is not var (reply, collection)) return TypedResults.NotFound();

        if (request.CollectionId is { } wanted && wanted != collection.Id)
            collection = await desk.Editable(wanted, cancel) ?? throw new RuleViolation("reply_collection.unknown", "Choose a collection you may change.");

        var before = reply.Text;
        var text = new ReplyText(
            request.Title ?? before.Title, request.Body ?? before.Body, request.Language ?? before.Language, request.Shortcut ?? before.Shortcut);
        reply.Change(text, collection, desk.By, desk.Now);
        if (reply.Shortcut != before.Shortcut) await desk.RefuseTakenShortcut(reply, cancel);
        if (request.AttachmentIds is { } files) await desk.Attach(reply, files, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await desk.View(reply, cancel));
    }
}
