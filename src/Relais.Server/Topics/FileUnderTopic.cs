using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>Says that a conversation is about a topic, or no longer. One topic a call: two agents at once lose nothing.</summary>
public static class FileUnderTopic
{
    private const string Address = "/conversations/{id:guid}/topics/{topicId:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut(Address, Add).Needs(Permission.FileConversations)
            .WithName("FileUnderTopic").WithTags("Topics").WithSummary("Say that a conversation is about a topic")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete(Address, Remove).Needs(Permission.FileConversations)
            .WithName("TakeTopicAway").WithTags("Topics").WithSummary("Say that a conversation is not about a topic")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Add(Guid id, Guid topicId, ConversationDesk desk, RelaisDb db, CancellationToken cancel) =>
        Change(id, isAdded: true, topicId, desk, db, cancel);

    private static Task<IResult> Remove(Guid id, Guid topicId, ConversationDesk desk, RelaisDb db, CancellationToken cancel) =>
        Change(id, isAdded: false, topicId, desk, db, cancel);

    private static async Task<IResult> Change(
        Guid id, bool isAdded, Guid topicId, ConversationDesk desk, RelaisDb db, CancellationToken cancel)
    {
        var found = await desk.Change(
            id,
            async conversation =>
            {
                var topic = await db.FindTopic(topicId, cancel)
                    ?? throw new RuleViolation("topic.unknown", "Choose among the topics of this organisation.");
                conversation.ChangeTopics(isAdded ? [topic] : [], isAdded ? [] : [topic], desk.By, desk.Now);
            },
            cancel);
        return found ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}
