using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Channels;

/// <summary>
/// Brings answers to their providers: one at a time and in order within a thread, many threads at once, no faster than
/// each channel allows. A slow channel never delays another.
/// </summary>
public sealed partial class Outbox(
    IServiceScopeFactory scopes, Dispatch dispatch, ChannelPace pace, Wake wake, TimeProvider clock, ILogger<Outbox> log)
    : BackgroundService
{
    private const int ClaimLimit = 64;
    private const long LockName = 0x5245_4C41_4953_0002;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than any sending may take, a large file on a slow line included: whoever still holds a claim then has
    /// died.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<Guid, Task> running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var hasBegun = false; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                if (!hasBegun) await EndOldClaims(stoppingToken);
                hasBegun = true;
                var claimed = await Claim(stoppingToken);
                foreach (var row in claimed) Start(row, stoppingToken);
                if (claimed.Count == 0) await wake.Outbox.Wait(Idle, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogClaimFailed(log, exception);
                await Task.Delay(Idle, clock, stoppingToken);
            }
        }

        await Task.WhenAll(running.Values);
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
            LogCarryFailed(log, row.MessageId, exception);
        }
        finally
        {
            pace.Leave(row.ChannelId);
            running.TryRemove(row.MessageId, out _);
            wake.Outbox.Ring();
        }
    }

    /// <summary>Takes the heads of the lanes that are due. A claim that lapsed comes back as unknown.</summary>
    private async Task<IReadOnlyList<OutboxRow>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = clock.GetUtcNow();
        var busy = pace.Full;
        if (!await Due(db, now, busy).AnyAsync(cancel)) return [];

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, LockName, cancel)) return [];

        var rows = await Due(db, now, busy).OrderBy(row => row.DueAt).ThenBy(row => row.MessageId).Take(ClaimLimit).ToListAsync(cancel);
        foreach (var row in rows)
        {
            row.State = row.State == OutboxState.Queued ? OutboxState.Claimed : OutboxState.Unknown;
            row.LeaseUntil = now + Lease;
            row.Attempt += row.State == OutboxState.Claimed ? 1 : 0;
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return rows;
    }

    private static IQueryable<OutboxRow> Due(RelaisDb db, DateTimeOffset now, IReadOnlyCollection<Guid> busy) =>
        db.Outbox.IgnoreQueryFilters().Where(row =>
            row.DueAt <= now
            && (row.LeaseUntil == null || row.LeaseUntil < now)
            && !busy.Contains(row.ChannelId)
            && !db.Outbox.IgnoreQueryFilters().Any(earlier => earlier.ThreadId == row.ThreadId && earlier.MessageId < row.MessageId));

    [LoggerMessage(Level = LogLevel.Error, Message = "Claiming answers failed.")]
    private static partial void LogClaimFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Carrying answer {Message} failed; its claim will lapse.")]
    private static partial void LogCarryFailed(ILogger log, Guid message, Exception exception);
}
