using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Channels;

/// <summary>
/// Brings answers to their providers: one at a time and in order within a thread, many threads at once, no faster than
/// each channel allows. A slow channel never delays another.
/// </summary>
public sealed partial class Outbox(
    IServiceScopeFactory scopes, Dispatch dispatch, ChannelPace pace, Wake wake, TimeProvider clock, ILogger<Outbox> log)
    : Worker(clock, log)
{
    private const int ClaimLimit = 64;
    /// <summary>Only as it was found: whoever took the answer back, or tried it anew, at this very moment wins.</summary>
    private const string ClaimSql =
        "UPDATE outbox SET state = @p1, attempt = @p2, lease_until = @p3 WHERE message_id = @p0 AND state = @p4 AND attempt = @p5 " +
        "AND (lease_until IS NULL OR lease_until < @p6)";

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than any sending may take, a large file on a slow line included: whoever still holds a claim then has
    /// died.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private bool hasBegun;

    protected override async Task Round(CancellationToken cancel)
    {
        if (!hasBegun) await EndOldClaims(cancel);
        hasBegun = true;
        var claimed = await Claim(cancel);
        foreach (var row in claimed) Start(row, cancel);
        if (claimed.Count == 0) await wake.Outbox.Wait(Idle, cancel);
    }

    /// <summary>Alone on the store, whoever held a claim before this start has died.</summary>
    private async Task EndOldClaims(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (db.Dialect.IsShared) return;

        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, "UPDATE outbox SET lease_until = NULL WHERE lease_until IS NOT NULL", [[]], cancel);
        await turn.Commit(cancel);
    }

    private void Start(OutboxRow row, CancellationToken cancel)
    {
        pace.Enter(row.ChannelId);
        running[row.MessageId] = Task.Run(() => Carry(row, cancel), CancellationToken.None);
    }

    private async Task Carry(OutboxRow row, CancellationToken cancel)
    {
        try
        {
            await dispatch.Carry(row, cancel);
        }
        catch (Exception exception)
        {
            // The claim lapses and the answer becomes unknown: it is looked at again, never lost.
            LogCarryFailed(Log, row.MessageId, exception);
        }
        finally
        {
            pace.Leave(row.ChannelId);
            running.TryRemove(row.MessageId, out _);
            wake.Outbox.Ring();
        }
    }

    /// <summary>Claims the heads of the lanes that are due. A claim that lapsed comes back as unknown.</summary>
    private async Task<IReadOnlyList<OutboxRow>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var busy = pace.Full;
        if (!await Due(db, now, busy).AnyAsync(cancel)) return [];

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Outbox, cancel)) return [];

        var rows = await Due(db, now, busy).AsNoTracking().OrderBy(row => row.DueAt).ThenBy(row => row.MessageId).Take(ClaimLimit).ToListAsync(cancel);
        var touched = await db.Dialect.ExecuteMany(db, ClaimSql, [.. rows.Select(row => Take(row, now))], cancel);
        await turn.Commit(cancel);
        return [.. rows.Where((_, index) => touched[index] == 1)];
    }

    private static object?[] Take(OutboxRow row, DateTimeOffset now)
    {
        var (state, attempt) = (row.State, row.Attempt);
        row.State = state == OutboxState.Queued ? OutboxState.Claimed : OutboxState.Unknown;
        row.Attempt += row.State == OutboxState.Claimed ? 1 : 0;
        row.LeaseUntil = now + Lease;
        return [row.MessageId, row.State, row.Attempt, row.LeaseUntil, state, attempt, now];
    }

    private static IQueryable<OutboxRow> Due(RelaisDb db, DateTimeOffset now, IReadOnlyCollection<Guid> busy) =>
        db.Outbox.IgnoreQueryFilters().Where(row =>
            row.DueAt <= now
            && (row.LeaseUntil == null || row.LeaseUntil < now)
            && !busy.Contains(row.ChannelId)
            && !db.Outbox.IgnoreQueryFilters().Any(earlier => earlier.ThreadId == row.ThreadId && earlier.MessageId < row.MessageId));

    [LoggerMessage(Level = LogLevel.Error, Message = "Carrying answer {Message} failed; its claim will lapse.")]
    private static partial void LogCarryFailed(ILogger log, Guid message, Exception exception);
}
