using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Deletes a saved reply. Answers that were sent keep what they said.</summary>
public static class RemoveSavedReply
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/saved-replies/{id:guid}", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("RemoveSavedReply").WithTags("Saved replies").WithSummary("Delete a saved reply")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, ReplyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        if (await desk.EditableReply(id, cancel) is not var (reply, collection)) return TypedResults.NotFound();

        reply.Remove(collection, desk.By, desk.Now);
        await db.ReleaseFiles(reply, desk.Now, cancel);
        db.SavedReplies.Remove(reply);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
