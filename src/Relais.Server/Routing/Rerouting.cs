using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Routing;

/// <summary>
/// After a rule has changed, looks at every open conversation again, a few at a time. How far it is stands in the store:
/// after a kill it goes on, and a rule that changes meanwhile makes it start anew.
/// </summary>
public sealed class Rerouting(
    IServiceScopeFactory scopes, RoutingBook book, Wake wake, TimeProvider clock, ILogger<Rerouting> log) : Worker(clock, log), IEventTap
{
    private const int AtOnce = 200;
    private const long LockName = 0x5245_4C41_4953_0011;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> ChangesRules = ["skillSetChanged", "routingPolicyChanged", "topicChanged", "teamChanged", "channelChanged", "contactGroupChanged"];

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => ChangesRules.Contains(happened.Kind))) wake.Rerouting.Ring();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        if (!await Continue(cancel)) await wake.Rerouting.Wait(Idle, cancel);
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> Continue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (!await db.Reroutings.IgnoreQueryFilters().AnyAsync(cancel)) return false;

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, LockName, cancel)) return false;
        if (await db.Reroutings.IgnoreQueryFilters().OrderBy(row => row.OrganisationId).FirstOrDefaultAsync(cancel) is not { } work) return false;

        db.Scope = work.OrganisationId;
        var done = await Advance(db, work, cancel);
        await Reroutings.Note(db, work, done, cancel);
        await turn.Commit(cancel);
        return true;
    }

    /// <summary>Along the index of open threads: what is resolved costs nothing.</summary>
    /// <returns>The last thread looked at; null when there were no more.</returns>
    private async Task<Guid?> Advance(RelaisDb db, ReroutingRow work, CancellationToken cancel)
    {
        var next = db.Conversations.Where(row => row.State != ConversationState.Resolved && row.ThreadId > work.After).OrderBy(row => row.ThreadId).Take(AtOnce);
        await db.Dialect.LockThreads(db, await next.Select(row => row.ThreadId).ToListAsync(cancel), cancel);
        var conversations = await next.ToListAsync(cancel);
        var routing = new Routed(db, work.OrganisationId, await book.Open(db, work.OrganisationId, cancel), Clock.GetUtcNow());
        await routing.Decide(conversations, cancel);
        foreach (var conversation in conversations) routing.Route(conversation, conversation.Place);
        await routing.WriteDecisions(cancel);
        await db.SaveChangesAsync(cancel);
        return conversations.Count < AtOnce ? null : conversations[^1].ThreadId;
    }
}

/// <summary>What is still to be routed again, by organisation.</summary>
internal static class Reroutings
{
    private const string AskSql =
        "INSERT INTO rerouting (organisation_id, edition, after) VALUES (@p0, @p1, @p2) " +
        "ON CONFLICT (organisation_id) DO UPDATE SET edition = excluded.edition, after = excluded.after";

    private const string NoteSql = "UPDATE rerouting SET after = @p2 WHERE organisation_id = @p0 AND edition = @p1";
    private const string EndSql = "DELETE FROM rerouting WHERE organisation_id = @p0 AND edition = @p1";

    /// <summary>A rule changes in this transaction: the next edition begins, and everything open is looked at anew.</summary>
    public static async Task Ask(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await db.Count(organisationId, RoutingBook.Sequence, 1, cancel);
        await db.Dialect.ExecuteMany(db, AskSql, [[organisationId, edition, Guid.Empty]], cancel);
    }

    /// <summary>A newer edition asked for meanwhile keeps its own beginning.</summary>
    public static Task Note(RelaisDb db, ReroutingRow work, Guid? done, CancellationToken cancel) => done is { } after
        ? db.Dialect.ExecuteMany(db, NoteSql, [[work.OrganisationId, work.Edition, after]], cancel)
        : db.Dialect.ExecuteMany(db, EndSql, [[work.OrganisationId, work.Edition]], cancel);
}
