using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Broadcasts;

/// <summary>
/// Writes what waits, one message to a transaction and no faster than <see cref="ProactivePace"/>; what programs send goes first. Looks at
/// broadcasts whose time has come, counts how far they are, and pauses those that would go on in vain.
/// </summary>
public sealed partial class BroadcastRunner(IServiceScopeFactory scopes, Outreach outreach, ConnectedChannels channels, Wake wake, TimeProvider clock, ILogger<BroadcastRunner> log)
    : Worker(clock, log)
{
    /// <summary>While a channel has so many answers to hand over, no broadcast brings more: agents' come first, and a provider that refuses is noticed.</summary>
    private const int MostUnderway = 20;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PutOff = TimeSpan.FromMinutes(1);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await LookAtNext(cancel))
        {
        }

        while (await WriteNext(cancel))
        {
        }

        await wake.Broadcasts.Wait(Beat, cancel);
    }

    /// <returns>Whether there may be another.</returns>
    private async Task<bool> LookAtNext(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        if (await Due().FirstOrDefaultAsync(cancel) is not { } due) return false;

        db.Scope = due.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Broadcasts, cancel)) return false;
        if (await Due().AsTracking().FirstOrDefaultAsync(row => row.Id == due.Id, cancel) is not { } broadcast) return true;

        broadcast.Begin(now);
        broadcast.Follow(await db.CountsOf(broadcast.Id, cancel), now);
        if (await new Troubles(db, channels).Of(broadcast, cancel) is { } trouble) broadcast.Halt(trouble.Code, trouble.Words, now);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return true;

        IQueryable<Broadcast> Due() => db.Broadcasts.IgnoreQueryFilters().AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt);
    }

    /// <returns>Whether there may be another.</returns>
    private async Task<bool> WriteNext(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (await Next(db, Clock.GetUtcNow(), cancel) is null) return false;

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Broadcasts, cancel) || await Next(db, Clock.GetUtcNow(), cancel) is not { } next) return false;

        try
        {
            db.Scope = next.OrganisationId;
            var row = await db.ProactiveMessages.FirstAsync(one => one.Id == next.Id, cancel);
            await outreach.Write(db, row, row.BroadcastId is { } id ? await db.Broadcasts.AsNoTracking().FirstAsync(one => one.Id == id, cancel) : null, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
            wake.Outbox.Ring();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(Log, next.Id, exception);
            await turn.DisposeAsync();
            await PutOffUntilLater(next, cancel);
        }

        return true;
    }

    /// <summary>Whose turn it is, where the pace allows one.</summary>
    private static async Task<ProactiveMessage?> Next(RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - ProactivePace.Breath;
        var all = db.ProactiveMessages.IgnoreQueryFilters().AsNoTracking();
        var breathless = await all.Where(row => row.WrittenAt > since).GroupBy(row => row.OrganisationId)
            .Where(written => written.Count() >= ProactivePace.AtOnce).Select(written => written.Key).ToListAsync(cancel);
        var due = all.Where(row => row.State == ProactiveState.Waiting && row.DueAt <= now && !breathless.Contains(row.OrganisationId)).OrderBy(row => row.Id);
        if (await due.FirstOrDefaultAsync(row => row.BroadcastId == null, cancel) is { } sentByProgram) return sentByProgram;

        var sending = await db.Broadcasts.IgnoreQueryFilters()
            .Where(row => row.State == BroadcastState.Sending && db.Outbox.IgnoreQueryFilters().Count(answer => answer.ChannelId == row.ChannelId) < MostUnderway)
            .Select(row => row.Id).ToListAsync(cancel);
        return sending.Count == 0 ? null : await due.FirstOrDefaultAsync(row => row.BroadcastId != null && sending.Contains(row.BroadcastId.Value), cancel);
    }

    private async Task PutOffUntilLater(ProactiveMessage failed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = failed.OrganisationId;
        if (await db.ProactiveMessages.FirstOrDefaultAsync(row => row.Id == failed.Id && row.State == ProactiveState.Waiting, cancel) is not { } row) return;

        row.PutOff(Clock.GetUtcNow() + PutOff);
        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The proactive message {Message} could not be written; it is tried again later.")]
    private static partial void LogFailed(ILogger log, Guid message, Exception exception);
}
