using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>What happens when timers of one kind are due.</summary>
public interface ITimedEffect
{
    string Kind { get; }

    /// <summary>Runs inside the transaction that ends the timer: both happen, or neither.</summary>
    Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Fires what is due: once, never early, and after a pause as soon as it can.</summary>
public sealed partial class TimerRunner(
    IServiceScopeFactory scopes, IEnumerable<ITimedEffect> timers, TimeProvider clock, ILogger<TimerRunner> log) : Worker(clock, log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, ITimedEffect> byKind = timers.ToDictionary(timer => timer.Kind, StringComparer.Ordinal);

    protected override TimeSpan Recovery => Rest;

    protected override async Task Round(CancellationToken cancel)
    {
        var allWell = await FireDue(cancel);
        await Task.Delay(allWell ? Beat : Rest, Clock, cancel);
    }

    /// <returns>False when one failed; it stays due, and the others went on.</returns>
    private async Task<bool> FireDue(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        var (allWell, due) = (true, await Due(now, null, cancel));
        while (due.Count > 0)
        {
            foreach (var timer in due) allWell &= await TryFire(timer, now, cancel);
            due = await Due(now, due[^1], cancel);
        }

        return allWell;
    }

    /// <summary>The next ones: what has just failed holds up nobody behind it.</summary>
    private async Task<List<TimerRow>> Due(DateTimeOffset now, TimerRow? last, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<RelaisDb>().Timers.IgnoreQueryFilters().AsNoTracking().Where(timer => timer.DueAt <= now);
        if (last is not null) due = due.Where(timer => timer.DueAt > last.DueAt || (timer.DueAt == last.DueAt && timer.Subject > last.Subject));
        return await due.OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Subject).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task<bool> TryFire(TimerRow due, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await Fire(due, now, cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(Log, due.Kind, due.Subject, exception);
            return false;
        }
    }

    private async Task Fire(TimerRow due, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = due.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Timers, cancel)) return;

        var timer = await db.Timers.FirstOrDefaultAsync(
            row => row.Kind == due.Kind && row.Subject == due.Subject && row.DueAt == due.DueAt, cancel);
        if (timer is null) return;

        await byKind[due.Kind].Fire(db, timer, now, cancel);
        db.Timers.Remove(timer);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The timer {Kind} of {Subject} failed; it stays due.")]
    private static partial void LogFailed(ILogger log, string kind, Guid subject, Exception exception);
}
