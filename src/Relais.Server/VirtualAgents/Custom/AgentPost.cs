using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>
/// Tells programs what happened: one event at a time and in order within a conversation, many conversations at once, so many of one
/// program that a slow one delays no other.
/// </summary>
internal sealed partial class AgentPost(IServiceScopeFactory scopes, AgentDelivery delivery, Wake wake, TimeProvider clock, ILogger<AgentPost> log)
    : Worker(clock, log)
{
    private const int ClaimLimit = 64;
    private const int MostOfOne = 24;

    private const string ClaimSql =
        "UPDATE agent_events SET state = @p1, lease_until = @p2 WHERE id = @p0 AND state = @p3 AND (lease_until IS NULL OR lease_until < @p4)";

    private const string EndSql = "UPDATE agent_events SET state = @p0, lease_until = NULL WHERE state = @p1";

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than four attempts may take: whoever still holds a claim then has died, and the event is told again.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, Guid> running = new();
    private bool hasBegun;

    protected override async Task Round(CancellationToken cancel)
    {
        if (!hasBegun) await EndOldClaims(cancel);
        hasBegun = true;
        var claimed = await Claim(cancel);
        foreach (var row in claimed) Start(row, cancel);
        if (claimed.Count == 0) await wake.Agents.Wait(Idle, cancel);
    }

    /// <summary>Alone on the store, whoever held a claim before this start has died.</summary>
    private async Task EndOldClaims(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (db.Dialect.IsShared) return;

        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, EndSql, [[AgentEventState.Waiting, AgentEventState.Sending]], cancel);
        await turn.Commit(cancel);
    }

    private void Start(AgentEventRow row, CancellationToken cancel)
    {
        running[row.Id] = row.AgentId;
        _ = Task.Run(() => Carry(row, cancel), CancellationToken.None);
    }

    private async Task Carry(AgentEventRow row, CancellationToken cancel)
    {
        try
        {
            await delivery.Carry(row, cancel);
        }
        catch (Exception exception)
        {
            // The claim lapses and the event is told again: its key makes that a repetition.
            LogCarryFailed(Log, row.Id, exception);
        }
        finally
        {
            running.TryRemove(row.Id, out _);
            wake.Agents.Ring();
        }
    }

    private async Task<IReadOnlyList<AgentEventRow>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        Guid[] busy = [.. running.Values.CountBy(agent => agent).Where(count => count.Value >= MostOfOne).Select(count => count.Key)];
        if (!await Due(db, now, busy).AnyAsync(cancel)) return [];

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.AgentCalls, cancel)) return [];

        var rows = await Due(db, now, busy).AsNoTracking().OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(ClaimLimit).ToListAsync(cancel);
        var touched = await db.Dialect.ExecuteMany(db, ClaimSql, [.. rows.Select(row => new object?[] { row.Id, AgentEventState.Sending, now + Lease, row.State, now })], cancel);
        await turn.Commit(cancel);
        return [.. rows.Where((_, index) => touched[index] == 1)];
    }

    private static IQueryable<AgentEventRow> Due(RelaisDb db, DateTimeOffset now, Guid[] busy) =>
        db.AgentEvents.IgnoreQueryFilters().Where(row =>
            (row.State == AgentEventState.Waiting || row.State == AgentEventState.Sending)
            && row.DueAt <= now
            && (row.LeaseUntil == null || row.LeaseUntil < now)
            && !busy.Contains(row.AgentId)
            && !db.AgentEvents.IgnoreQueryFilters().Any(earlier =>
                earlier.ConversationId == row.ConversationId && earlier.Id < row.Id
                && (earlier.State == AgentEventState.Waiting || earlier.State == AgentEventState.Sending)));

    [LoggerMessage(Level = LogLevel.Error, Message = "Telling event {Event} to its program failed; its claim will lapse.")]
    private static partial void LogCarryFailed(ILogger log, Guid @event, Exception exception);
}
