using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>Puts a tag on a message, or takes it off. One tag a call: two agents at once lose nothing.</summary>
public static class TagMessage
{
    private const string Address = "/messages/{id:guid}/tags/{tagId:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut(Address, Add).Needs(Permission.FileConversations)
            .WithName("TagMessage").WithTags("Tags").WithSummary("Put a tag on a message")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete(Address, Remove).Needs(Permission.FileConversations)
            .WithName("UntagMessage").WithTags("Tags").WithSummary("Take a tag off a message")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Add(Guid id, Guid tagId, ConversationDesk desk, RelaisDb db, CancellationToken cancel) =>
        Change(id, isAdded: true, tagId, desk, db, cancel);

    private static Task<IResult> Remove(Guid id, Guid tagId, ConversationDesk desk, RelaisDb db, CancellationToken cancel) =>
        Change(id, isAdded: false, tagId, desk, db, cancel);

    private static async Task<IResult> Change(Guid id, bool isAdded, Guid tagId, ConversationDesk desk, RelaisDb db, CancellationToken cancel)
    {
        var found = await desk.ChangeMessage(
            id,
            async (conversation, message) =>
            {
                var tag = await db.FindTag(tagId, cancel) ?? throw new RuleViolation("tag.unknown", "Choose among the tags of this organisation.");
                conversation.Tag(message, isAdded ? [tag] : [], isAdded ? [] : [tag], desk.By, desk.Now);
            },
            cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}
