using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Assignment;
using Relais.Domain.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>Why a conversation is with whom it is: the decision as it was kept, or, while nobody has it, how everybody stands now.</summary>
/// <param name="At">When it was decided; null = it has not been given to anybody, and this is how things stand at this moment.</param>
public sealed record AssignmentExplanation(
    DateTimeOffset? At, Guid? MemberId, AssignmentReason Reason, IReadOnlyList<CrewStanding> Crews, IReadOnlyList<AgentStanding> Agents)
{
    /// <summary>Null when there is nothing to tell: a person assigned it, or no team gives work.</summary>
    public static async Task<AssignmentExplanation?> Of(
        RelaisDb db, Conversation conversation, Workforce workforce, DateTimeOffset now, CancellationToken cancel) =>
        conversation is { State: ConversationState.New, AssigneeId: null }
            ? await Standing(db, conversation, workforce, now, cancel)
            : await Kept(db, conversation, cancel);

    private static async Task<AssignmentExplanation?> Kept(RelaisDb db, Conversation conversation, CancellationToken cancel)
    {
        var row = await db.AssignmentDecisions.AsNoTracking().Where(row => row.ConversationId == conversation.Id)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        if (row is null || (conversation.AssigneeId is { } owner && owner != row.MemberId)) return null;

        var decision = JsonSerializer.Deserialize<AssignmentDecision>(row.Body, EventJson.Options)!;
        return new AssignmentExplanation(row.At, decision.MemberId, decision.Reason, decision.Crews, decision.Agents);
    }

    private static async Task<AssignmentExplanation?> Standing(
        RelaisDb db, Conversation conversation, Workforce workforce, DateTimeOffset now, CancellationToken cancel)
    {
        if (await workforce.Of(db, cancel) is not { } roster) return null;

        var decision = roster.Decide((await db.Describe([conversation], now, cancel))[0], now);
        return decision.Crews.Count == 0 ? null : new AssignmentExplanation(null, null, AssignmentReason.Nobody, decision.Crews, decision.Agents);
    }
}
