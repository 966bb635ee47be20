using System.Text.Json.Serialization;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.BulkActions;

/// <summary>Does the same to several conversations, each as if alone: what one refuses keeps no other from it.</summary>
public static class ActInBulk
{
    public const int Limit = 1000;

    /// <param name="Items">At most 1,000.</param>
    /// <param name="All">Instead of them: all of the list that the address describes, a thousand at a time.</param>
    /// <param name="ReasonId">For resolving, where the settings ask for it in bulk.</param>
    /// <param name="Comment">For resolving.</param>
    /// <param name="MemberId">For assigning; null = nobody.</param>
    /// <param name="TopicId">For topics.</param>
    public sealed record Request(
        [property: JsonRequired] BulkKind Kind,
        IReadOnlyList<BulkItem>? Items,
        bool All,
        Guid? ReasonId,
        string? Comment,
        Guid? MemberId,
        Guid? TopicId);

    /// <param name="Id">By which it can be undone.</param>
    /// <param name="Items">One by one, in the order asked for.</param>
    /// <param name="Next">Where all of a list was asked for: the cursor of what follows.</param>
    public sealed record Answer(Guid Id, IReadOnlyList<BulkOutcome> Items, string? Next);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/bulk-actions", Handle)
            .Needs(Permission.ActInBulk)
            .WithName("ActInBulk").WithTags("Conversations").WithSummary("Resolve, pend, assign or file several conversations at once")
            .Produces<Answer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        [AsParameters] ListConversations.Query list, [AsParameters] ConversationFilter filter, Request request, HttpContext context,
        BulkDesk desk, BulkDeeds deeds, CancellationToken cancel)
    {
        var chosen = request.Items ?? [];
        if (chosen.Count == 0 && !request.All) throw new RuleViolation("bulk.nothing", "Choose the conversations first.");
        if (chosen.Count > Limit)
            throw new RuleViolation("bulk.too_many", $"Choose at most {Limit} conversations.", new Dictionary<string, object?> { ["limit"] = Limit });

        var id = IdempotencyKey.IdFor(context.Request, desk.Me, "bulk-action") ?? Ids.Next();
        var deed = await deeds.Of(request, cancel);
        var (items, next) = request.All ? await desk.Listed(list, filter, Limit, cancel) : ([.. chosen.DistinctBy(item => item.Id)], null);
        return TypedResults.Created($"/api/v1/bulk-actions/{id}", new Answer(id, await desk.Act(id, request, items, deed, cancel), next));
    }
}

/// <summary>A conversation as it was on the screen of whoever acts.</summary>
public sealed record BulkItem(Guid Id, int Version);
