using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>"Why here?": which rules matched and for which teams it is, as it was decided and told at the time.</summary>
public static class ExplainConversation
{
    /// <param name="RoutedAt">When it was decided; null when no rule has ever been asked.</param>
    /// <param name="Routing">The decision; null = no rules: every team with the channel sees it.</param>
    public sealed record Answer(DateTimeOffset? RoutedAt, RoutingDecision? Routing);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations/{id:guid}/explanation", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ExplainConversation").WithTags("Routing").WithSummary("Why a conversation is where it is")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().VisibleTo(me, db).Find(id, cancel) is null) return TypedResults.NotFound();

        var kept = await db.RoutingDecisions.AsNoTracking().FirstOrDefaultAsync(row => row.ConversationId == id, cancel);
        return TypedResults.Ok(new Answer(
            kept?.At, kept is null ? null : JsonSerializer.Deserialize<RoutingDecision>(kept.Body, EventJson.Options)));
    }
}
