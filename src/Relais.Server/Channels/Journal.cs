using System.Diagnostics;
using System.Threading.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Channels;

/// <summary>
/// Writes accepted calls down as they came, before anybody answers 2xx. One transaction, and so one sync of the disk,
/// serves every call that waits in that instant.
/// </summary>
public sealed class Journal(IServiceScopeFactory scopes, Wake wake, TimeProvider clock) : BackgroundService
{
    private const int BatchLimit = 256;
    private const int QueueLimit = 8192;

    /// <summary>So many in one commit are a crowd at the doors.</summary>
    private const int Crowd = 16;

    private const string AppendSql =
        "INSERT INTO journal (organisation_id, channel_id, key, received_at, body, state, attempts, due_at) " +
        "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, 0, @p3) ON CONFLICT (channel_id, key) DO NOTHING";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true });

    private long crowdedAt;

    /// <summary>
    /// Whether many calls shared a commit a moment ago. Whoever could as well work later lets them pass: a provider wants
    /// its answer in a quarter of a second. By the machine's own clock, since it is about the machine.
    /// </summary>
    public bool IsCrowded => Volatile.Read(ref crowdedAt) is > 0 and var at && Stopwatch.GetElapsedTime(at) < Moment;

    /// <summary>Durable when it returns.</summary>
    /// <returns>False when that key was there already.</returns>
    /// <exception cref="Overloaded">More is waiting than the disk can take: come again.</exception>
    public Task<bool> Append(ConnectedChannel channel, string key, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var entry = new Entry([channel.OrganisationId, channel.Id, key, clock.GetUtcNow(), body.ToArray(), JournalState.Waiting]);
        return waiting.Writer.TryWrite(entry) ? entry.Written.Task.WaitAsync(cancel) : throw new Overloaded();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Entry>(BatchLimit);
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchLimit && waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            await Write(batch, stoppingToken);
            batch.Clear();
        }
    }

    private async Task Write(List<Entry> batch, CancellationToken cancel)
    {
        if (batch.Count >= Crowd) Volatile.Write(ref crowdedAt, Stopwatch.GetTimestamp());
        try
        {
            var touched = await Commit([.. batch.Select(entry => entry.Row)], cancel);
            for (var index = 0; index < batch.Count; index++) batch[index].Written.TrySetResult(touched[index] == 1);
            wake.Intake.Ring();
        }
        catch (Exception exception)
        {
            // Each caller gets the failure and answers 503: the provider comes again.
            foreach (var entry in batch) entry.Written.TrySetException(exception);
        }
    }

    private async Task<IReadOnlyList<int>> Commit(IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        var touched = await db.Dialect.ExecuteMany(db, AppendSql, rows, cancel);
        await turn.Commit(cancel);
        return touched;
    }

    private sealed record Entry(object?[] Row)
    {
        public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>More is waiting than can be written: an honest 503 with Retry-After.</summary>
public sealed class Overloaded() : Exception("Relais is busy. Try again in a few seconds.");
