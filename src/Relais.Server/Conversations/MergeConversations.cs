using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>
/// Makes two open conversations of one contact one task: what is open in the first goes on in the other, with its topics and whoever has it.
/// The messages stay on the channels where they were written.
/// </summary>
public static class MergeConversations
{
    /// <param name="Into">The conversation in which it goes on.</param>
    public sealed record Request(Guid Into);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/merges", Handle)
            .Needs(Permission.FileConversations)
            .WithName("MergeConversations").WithTags("Conversations").WithSummary("What is open in a conversation goes on in another of the same contact");

    private static async Task<Results<NoContent, NotFound>> Handle(
        Guid id, Request request, ConversationDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var otherThread = db.Conversations.VisibleTo(me, db).Where(row => row.Id == request.Into).Select(row => row.ThreadId);
        return await desk.Change(id, otherThread, Merge, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

        async Task Merge(Conversation conversation)
        {
            if (await db.Conversations.VisibleTo(me, db).Find(request.Into, cancel) is not { } there)
                throw new RuleViolation("merge.unfit", "There is no such conversation to go on in.");

            conversation.MergeInto(there, desk.By, desk.Now);
            var topics = await db.Topics.Where(topic => conversation.TopicIds.Contains(topic.Id) && topic.State != TopicState.Archived).OrderBy(topic => topic.Id).ToListAsync(cancel);
            there.ChangeTopics([.. topics.Where(topic => !there.TopicIds.Contains(topic.Id)).Take(Conversation.TopicLimit - there.TopicIds.Count)], [], desk.By, desk.Now);
        }
    }
}
