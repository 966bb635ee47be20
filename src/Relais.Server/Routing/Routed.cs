using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>Some conversations of one organisation being routed in one transaction: decided together, written together.</summary>
internal sealed class Routed(RelaisDb db, Guid organisationId, RoutingRules rules, DateTimeOffset now)
{
    private const string KeepSql =
        "INSERT INTO routing_decisions (conversation_id, organisation_id, at, body) VALUES (@p0, @p1, @p2, @p3) " +
        "ON CONFLICT (conversation_id) DO UPDATE SET at = excluded.at, body = excluded.body";

    private const string ForgetTeamsSql = "DELETE FROM conversation_teams WHERE conversation_id = @p0";

    private const string TeamSql = "INSERT INTO conversation_teams (conversation_id, team_id, organisation_id) VALUES (@p0, @p1, @p2)";

    private readonly Dictionary<Guid, RoutingDecision> decisions = [];
    private readonly List<Conversation> moved = [];

    public async Task Decide(IReadOnlyList<Conversation> conversations, CancellationToken cancel)
    {
        // Where nobody has made a rule, nothing is to be said of any conversation.
        var concerned = conversations.Where(one => !rules.IsEmpty || one.TeamIds.Count > 0 || one.Priority != 0).ToList();
        if (rules.LookAtContacts) await HoldContacts(concerned, cancel);
        foreach (var (conversation, subject) in await Subjects.Of(db, rules, concerned, cancel)) decisions[conversation.Id] = rules.Decide(subject);
    }

    /// <param name="stood">Where it stood before this transaction; null = it is new.</param>
    public void Route(Conversation conversation, QueuePlace? stood)
    {
        if (decisions.TryGetValue(conversation.Id, out var decision) && conversation.Route(decision, stood, Actor.System, now)) moved.Add(conversation);
    }

    /// <summary>For conversations whose rows are in the store already.</summary>
    /// <returns>What is to be told of those that were there before.</returns>
    public async Task<IReadOnlyList<ConversationEvent>> Write(CancellationToken cancel)
    {
        var told = moved.SelectMany(conversation => conversation.Events).OfType<ConversationRouted>().ToList();
        foreach (var conversation in moved) conversation.ForgetEvents();
        await Bulk.Rewrite(db, moved, cancel);
        await WriteDecisions(cancel);
        return told;
    }

    /// <summary>What was decided and for which teams; the conversations themselves are saved by the caller.</summary>
    public async Task WriteDecisions(CancellationToken cancel)
    {
        if (decisions.Count == 0) return;

        await db.Dialect.ExecuteMany(db, KeepSql, [.. decisions.Select(Kept)], cancel);
        await db.Dialect.ExecuteMany(db, ForgetTeamsSql, [.. moved.Select(conversation => new object?[] { conversation.Id })], cancel);
        await db.Dialect.ExecuteMany(
            db,
            TeamSql,
            [.. moved.SelectMany(conversation => conversation.TeamIds.Select(team => new object?[] { conversation.Id, team, conversation.OrganisationId }))],
            cancel);
    }

    /// <summary>
    /// Whoever changes one of them meanwhile waits for us, and his asking to route again comes after. Threads are held before
    /// contacts, and contacts before anything is asked, so that nobody waits in a circle.
    /// </summary>
    private Task HoldContacts(IReadOnlyList<Conversation> conversations, CancellationToken cancel) =>
        db.Dialect.LockContacts(db, [.. conversations.Select(one => one.ContactId).Distinct()], cancel);

    private object?[] Kept(KeyValuePair<Guid, RoutingDecision> decided) =>
        [decided.Key, organisationId, now, JsonSerializer.Serialize(decided.Value, EventJson.Options)];
}
