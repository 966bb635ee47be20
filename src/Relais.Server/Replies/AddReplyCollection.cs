using Relais.Domain.People;
using Relais.Domain.Replies;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Replies;

/// <summary>Makes a collection: one's own, or one that is shared.</summary>
public static class AddReplyCollection
{
    /// <param name="Personal">One's own; otherwise shared with the teams and channels, or with neither while it is a draft.</param>
    public sealed record Request(string Name, bool Personal, IReadOnlyList<Guid>? TeamIds, IReadOnlyList<Guid>? ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/reply-collections", Handle)
            .Needs(Permission.AnswerConversations)
            .WithName("AddReplyCollection").WithTags("Saved replies").WithSummary("Make a collection of saved replies")
            .Produces<ReplyCollectionView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, ReplyDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var reader = await desk.Reader(cancel);
        if (!request.Personal) reader.RefuseToShareUnlessAdmin();

        var id = IdempotencyKey.IdFor(context.Request, me, "reply-collection");
        var collection = id is null ? null : await desk.Editable(id.Value, cancel);
        if (collection is null)
        {
            collection = new ReplyCollection(me.OrganisationId, request.Name, request.Personal ? me.Id : null, desk.By, desk.Now, id);
            await desk.RefuseTakenName(collection, cancel);
            if (!request.Personal) await db.Share(collection, request.TeamIds ?? [], request.ChannelIds ?? [], desk, cancel);
            db.ReplyCollections.Add(collection);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/reply-collections/{collection.Id}", ReplyCollectionView.Of(collection, reader));
    }
}
