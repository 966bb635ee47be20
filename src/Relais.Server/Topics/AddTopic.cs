using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Topics;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Topics;

/// <summary>Makes a topic, alone or as a part of another.</summary>
public static class AddTopic
{
    public sealed record Request(string Name, string? Description, Guid? ParentId);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/topics", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddTopic").WithTags("Topics").WithSummary("Make a topic")
            .Produces<TopicView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "topic");
        var topic = id is null ? null : await db.FindTopic(id.Value, cancel);
        if (topic is null)
        {
            topic = new Topic(me.OrganisationId, request.Name, request.Description, me.AsActor(), clock.GetUtcNow(), id);
            await db.RefuseTakenName(topic, cancel);
            if (request.ParentId is { } parent) topic.MoveBelow(parent, await db.TopicTree(cancel), me.AsActor(), clock.GetUtcNow());
            db.Topics.Add(topic);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/topics/{topic.Id}", TopicView.Of(topic, await db.TopicTree(cancel)));
    }
}
