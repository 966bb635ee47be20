using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Automations;
using Relais.Server.Contacts;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Surveys;
using Relais.Server.VirtualAgents;

namespace Relais.Server.Channels;

/// <summary>
/// Turns what the journal holds into contacts, conversations and messages, in the order of arrival and many at once.
/// One node at a time does it; should it die, another goes on where the last commit left off.
/// </summary>
public sealed partial class Intake(
    IServiceScopeFactory scopes, ConnectedChannels channels, Journal journal, Wake wake, TimeProvider clock, ILogger<Intake> log)
    : Worker(clock, log)
{
    private const int BatchLimit = 256;
    private const int Tries = 3;
    private const int ErrorLimit = 1000;
    private const string BrokenSql = "UPDATE journal SET attempts = @p1, state = @p2, error = @p3, due_at = @p4 WHERE id = @p0";

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>So long at most a crowd at the doors goes first: agents wait no longer to see what was accepted.</summary>
    private static readonly TimeSpan Politeness = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>So many at once are a stream, and a stream is cheaper in large batches: the next is gathered for a moment nobody
    /// feels, instead of paying for a transaction every few messages.</summary>
    private const int Stream = 16;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(15);

    /// <summary>Whether somebody said that there is work: then it need not be asked first.</summary>
    private bool isCalled;

    protected override TimeSpan Recovery => Idle;

    protected override async Task Round(CancellationToken cancel)
    {
        try
        {
            await LetCallersPass(cancel);
            var count = await Run(BatchLimit, cancel);
            if (count == BatchLimit) return;

            isCalled = await wake.Intake.Wait(Idle, cancel);
            if (count >= Stream) await Task.Delay(Gathering, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogBatchFailed(Log, exception);
            await RunOneByOne(cancel);
        }
    }

    private async Task LetCallersPass(CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        while (journal.IsCrowded && Stopwatch.GetElapsedTime(since) < Politeness) await Task.Delay(Pause, cancel);
    }

    /// <summary>Applies the next items in one transaction.</summary>
    /// <returns>How many there were.</returns>
    private async Task<int> Run(int limit, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (!isCalled && !await AnythingWaiting(db, cancel)) return 0;

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Intake, cancel)) return 0;

        var items = await Next(db, limit, cancel);
        if (items.Count == 0) return 0;

        var read = await Read(items, cancel);
        var books = scope.ServiceProvider.GetRequiredService<ContactBooks>();
        var provider = scope.ServiceProvider;
        var responding = provider.GetRequiredService<Responding>();
        var surveying = provider.GetRequiredService<Surveying>();
        var batch = new IntakeBatch(db, books, provider.GetRequiredService<AutomationBook>(), responding, surveying, Clock.GetUtcNow());
        var later = await batch.Apply(read.Facts, cancel);
        await MarkBroken(db, read.Broken, cancel);
        await MarkDone(db, items, read.Broken, later, cancel);
        await turn.Commit(cancel);
        if (read.Facts.Exists(fact => fact.Inbound.HasFiles())) wake.Media.Ring();
        if (read.Facts.Exists(fact => fact.Kind.ShowsPosts && fact.Inbound is MessageIn comment && comment.PostUnder() is not null)) wake.Posts.Ring();
        if (batch.HasAnswered) wake.Outbox.Ring();
        if (responding.HasCalled) wake.Agents.Ring();
        var introductions = provider.GetRequiredService<Introductions>();
        foreach (var fact in read.Facts) introductions.Ask(fact);
        var inquiries = provider.GetRequiredService<Inquiries>();
        foreach (var fact in read.Facts.Where(fact => later.Contains(fact.Item.Id))) inquiries.Ask(fact);
        return items.Count;
    }

    /// <summary>One of a batch breaks what applies it: each gets a transaction of its own, so that the others go on.</summary>
    private async Task RunOneByOne(CancellationToken cancel)
    {
        for (var count = 0; count < BatchLimit && !cancel.IsCancellationRequested; count++)
        {
            try
            {
                if (await Run(1, cancel) == 0) return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                if (!await BlameFirst(exception, cancel)) return;
            }
        }
    }

    private async Task<bool> BlameFirst(Exception exception, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (db.Dialect.IsOutOfOrder(exception))
        {
            await Task.Delay(Idle, Clock, cancel);
            return false;
        }

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Intake, cancel)) return false;

        var items = await Next(db, 1, cancel);
        await MarkBroken(db, [.. items.Select(item => (item, exception))], cancel);
        await turn.Commit(cancel);
        return items.Count > 0;
    }

    private async Task<bool> AnythingWaiting(RelaisDb db, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        return await db.Journal.IgnoreQueryFilters().AnyAsync(item => item.State == JournalState.Waiting && item.DueAt <= now, cancel);
    }

    private async Task<List<JournalRow>> Next(RelaisDb db, int limit, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        return await db.Journal.IgnoreQueryFilters().AsNoTracking()
            .Where(item => item.State == JournalState.Waiting && item.DueAt <= now)
            .OrderBy(item => item.Id).Take(limit).ToListAsync(cancel);
    }

    private async Task<(List<Fact> Facts, List<(JournalRow Item, Exception Reason)> Broken)> Read(
        List<JournalRow> items, CancellationToken cancel)
    {
        var facts = new List<Fact>(items.Count);
        var broken = new List<(JournalRow, Exception)>();
        foreach (var item in items)
        {
            try
            {
                // Accepted, so it must not vanish: it waits in quarantine until the channel is back and it is replayed.
                var channel = await channels.Find(item.ChannelId, cancel)
                    ?? throw new InvalidOperationException("The channel was disconnected before this could be read.");
                facts.AddRange(Facts(item, channel, channels.KindOf(channel)));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever a reader stumbles over: the bytes stay, and the others go on.
                broken.Add((item, exception));
            }
        }

        return (facts, broken);
    }

    private static IEnumerable<Fact> Facts(JournalRow item, ConnectedChannel channel, ChannelKind kind) =>
        kind.Read(channel, item.Body, item.ReceivedAt).Select(inbound => new Fact(item, channel, kind, inbound));

    private async Task MarkDone(
        RelaisDb db, List<JournalRow> items, List<(JournalRow Item, Exception)> broken, IReadOnlySet<long> later, CancellationToken cancel)
    {
        var skipped = broken.Select(entry => entry.Item.Id).Concat(later).ToHashSet();
        var done = items.Select(item => item.Id).Where(id => !skipped.Contains(id)).ToArray();
        await Items(db, done).ExecuteUpdateAsync(set => set.SetProperty(item => item.State, JournalState.Done), cancel);
        if (later.Count == 0) return;

        var dueAt = Clock.GetUtcNow() + RetryAfter;
        await Items(db, [.. later]).ExecuteUpdateAsync(set => set.SetProperty(item => item.DueAt, dueAt), cancel);
    }

    private static IQueryable<JournalRow> Items(RelaisDb db, long[] ids) => db.Journal.IgnoreQueryFilters().Where(item => ids.Contains(item.Id));

    private async Task MarkBroken(RelaisDb db, List<(JournalRow Item, Exception Reason)> broken, CancellationToken cancel)
    {
        foreach (var (item, reason) in broken) LogBroken(Log, item.Id, item.ChannelId, item.Attempts + 1, reason);
        var dueAt = Clock.GetUtcNow() + RetryAfter;
        await db.Dialect.ExecuteMany(
            db,
            BrokenSql,
            [
                .. broken.Select(entry => new object?[]
                {
                    entry.Item.Id,
                    entry.Item.Attempts + 1,
                    entry.Item.Attempts + 1 >= Tries ? JournalState.Quarantined : JournalState.Waiting,
                    Domain.Shared.Texts.Fit($"{entry.Reason.GetType().Name}: {entry.Reason.Message}", ErrorLimit),
                    dueAt,
                }),
            ],
            cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch could not be applied; trying its items one by one.")]
    private static partial void LogBatchFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Journal item {Item} of channel {Channel} failed, attempt {Attempt}.")]
    private static partial void LogBroken(ILogger log, long item, Guid channel, int attempt, Exception reason);
}

/// <summary>One fact of a journal item.</summary>
internal sealed record Fact(JournalRow Item, ConnectedChannel Channel, ChannelKind Kind, Inbound Inbound);
