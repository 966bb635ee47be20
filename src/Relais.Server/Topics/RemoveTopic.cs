using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Topics;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>Takes a topic off everything, or lets another take its place. Conversations follow in the background.</summary>
public static class RemoveTopic
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/topics/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveTopic").WithTags("Topics").WithSummary("Remove a topic, or merge it into another")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Guid? into, RelaisDb db, CurrentMember me, Wake wake, TimeProvider clock, CancellationToken cancel)
    {
        var topic = await db.FindTopic(id, cancel);
        if (topic is null || (into is { } other && await db.FindTopic(other, cancel) is null)) return TypedResults.NotFound();

        var (tree, by, now) = (await db.TopicTree(cancel), me.AsActor(), clock.GetUtcNow());
        topic.Remove(into is { } target ? tree.Find(target) : null, by, now);
        foreach (var part in tree.PartsOf(id)) part.MoveBelow(topic.ParentId, tree, by, now);
        foreach (var set in await db.SkillSets.ToListAsync(cancel)) set.Replace(id, into, by, now);
        if (into is { } instead) foreach (var automation in await db.Automations.ToListAsync(cancel)) automation.Replace(id, instead, by, now);
        foreach (var deputy in await db.Deputies.ToListAsync(cancel)) deputy.Replace(id, into, by, now);
        foreach (var policy in await db.RoutingPolicies.ToListAsync(cancel)) policy.Replace(id, into, by, now);
        await db.SaveChangesAsync(cancel);
        wake.Topics.Ring();
        return TypedResults.NoContent();
    }
}
