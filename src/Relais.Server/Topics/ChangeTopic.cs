using System.Text.Json;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>Renames a topic, moves it, archives it or brings it back.</summary>
public static class ChangeTopic
{
    /// <summary>What is left out stays as it is; an empty description removes it, and so does a null parent.</summary>
    public sealed record Request(string? Name, string? Description, JsonElement ParentId, bool? Active);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/topics/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeTopic").WithTags("Topics").WithSummary("Change a topic")
            .Produces<TopicView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var topic = await db.FindTopic(id, cancel);
        if (topic is null) return TypedResults.NotFound();

        var (tree, by, now) = (await db.TopicTree(cancel), me.AsActor(), clock.GetUtcNow());
        if (request.Name is not null || request.Description is not null)
        {
            topic.Describe(request.Name, request.Description, by, now);
            await db.RefuseTakenName(topic, cancel);
        }

        if (request.ParentId.ValueKind != JsonValueKind.Undefined) topic.MoveBelow(ParentOf(request), tree, by, now);
        if (request.Active is { } active) Turn(topic, active, tree, by, now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(TopicView.Of(topic, await db.TopicTree(cancel)));
    }

    private static Guid? ParentOf(Request request) =>
        request.ParentId.ValueKind == JsonValueKind.Null ? null
        : request.ParentId.TryGetGuid(out var parent) ? parent
        : throw new BadHttpRequestException("parentId must be a topic's id or null.");

    /// <summary>What is above an active topic is active; what is below an archived one is archived.</summary>
    private static void Turn(Topic topic, bool active, TopicTree tree, Actor by, DateTimeOffset now)
    {
        if (active)
        {
            foreach (var one in tree.Upwards(topic.Id)) one.Restore(by, now);
            return;
        }

        topic.Archive(by, now);
        foreach (var part in tree.Below(topic.Id)) part.Archive(by, now);
    }
}
