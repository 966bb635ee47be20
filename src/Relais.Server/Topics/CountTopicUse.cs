using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>How much a topic is used: asked before it is removed.</summary>
public static class CountTopicUse
{
    public sealed record Answer(int Conversations, int Parts);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/topics/{id:guid}/use", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("CountTopicUse").WithTags("Topics").WithSummary("How many conversations have a topic")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CancellationToken cancel)
    {
        if (await db.FindTopic(id, cancel) is null) return TypedResults.NotFound();

        var tree = await db.TopicTree(cancel);
        return TypedResults.Ok(new Answer(
            await db.ConversationTopics.CountAsync(row => row.TopicId == id, cancel),
            tree.PartsOf(id).Count()));
    }
}
