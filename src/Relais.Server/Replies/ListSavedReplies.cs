using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>The saved replies a member sees: for a page, or for an answer on a channel.</summary>
public static class ListSavedReplies
{
    public sealed record Answer(IReadOnlyList<ReplyCollectionView> Collections, IReadOnlyList<SavedReplyView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/saved-replies", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("ListSavedReplies").WithTags("Saved replies").WithSummary("Collections and saved replies; with a channel, those for an answer there")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid? channelId, ReplyDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (channelId is { } channel && !me.MaySee(channel)) return TypedResults.NotFound();

        var reader = await desk.Reader(cancel);
        var collections = await desk.Listed(channelId, cancel);
        var ids = collections.ConvertAll(collection => collection.Id);
        var replies = await db.SavedReplies.AsNoTracking().Where(row => ids.Contains(row.CollectionId)).OrderBy(row => row.Id).ToListAsync(cancel);
        var replyIds = replies.Select(reply => (Guid?)reply.Id).ToArray();
        var files = (await db.Attachments.AsNoTracking().Where(row => row.SavedReplyId != null && replyIds.Contains(row.SavedReplyId)).OrderBy(row => row.Id).ToListAsync(cancel))
            .ToLookup(file => file.SavedReplyId!.Value);
        return TypedResults.Ok(new Answer(
            [.. collections.Select(collection => ReplyCollectionView.Of(collection, reader))],
            [.. replies.Select(reply => SavedReplyView.Of(reply, files[reply.Id]))]));
    }
}
