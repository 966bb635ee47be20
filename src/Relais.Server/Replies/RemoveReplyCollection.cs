using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Deletes a collection with the replies in it. Answers that were sent keep what they said.</summary>
public static class RemoveReplyCollection
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/reply-collections/{id:guid}", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("RemoveReplyCollection").WithTags("Saved replies").WithSummary("Delete a collection with its saved replies")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, ReplyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        if (await desk.Editable(id, cancel) is not { } collection) return TypedResults.NotFound();

        await db.RemoveWhole(collection, desk.By, desk.Now, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

internal static class ReplyRemoval
{
    /// <summary>The caller saves.</summary>
    public static async Task RemoveWhole(this RelaisDb db, ReplyCollection collection, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var reply in await db.SavedReplies.Where(row => row.CollectionId == collection.Id).ToListAsync(cancel))
        {
            await db.ReleaseFiles(reply, at, cancel);
            db.SavedReplies.Remove(reply);
        }

        collection.Remove(by, at);
        db.ReplyCollections.Remove(collection);
    }

    /// <summary>Its files belong to nothing any more, and are cleared away.</summary>
    public static async Task ReleaseFiles(this RelaisDb db, SavedReply reply, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var file in await db.Attachments.Where(row => row.SavedReplyId == reply.Id).ToListAsync(cancel)) file.Leave(at);
    }
}
