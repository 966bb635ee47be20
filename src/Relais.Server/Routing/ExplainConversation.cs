using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Server.Assignment;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>"Why here?": which rules matched, for which teams it is, and who was a candidate for it, as it was decided and told at the time.</summary>
public static class ExplainConversation
{
    /// <param name="RoutedAt">When it was decided; null when no rule has ever been asked.</param>
    /// <param name="Routing">The decision; null = no rules: every team with the channel sees it.</param>
    /// <param name="Assignment">Who was given it and who else was looked at; null = a person chose, or no team gives work.</param>
    public sealed record Answer(DateTimeOffset? RoutedAt, RoutingDecision? Routing, AssignmentExplanation? Assignment);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations/{id:guid}/explanation", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ExplainConversation").WithTags("Routing").WithSummary("Why a conversation is where it is")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(
        Guid id, RelaisDb db, CurrentMember me, Workforce workforce, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().VisibleTo(me, db).Find(id, cancel) is not { } conversation) return TypedResults.NotFound();

        var kept = await db.RoutingDecisions.AsNoTracking().FirstOrDefaultAsync(row => row.ConversationId == id, cancel);
        return TypedResults.Ok(new Answer(
            kept?.At, kept is null ? null : JsonSerializer.Deserialize<RoutingDecision>(kept.Body, EventJson.Options),
            await AssignmentExplanation.Of(db, conversation, workforce, clock.GetUtcNow(), cancel)));
    }
}
