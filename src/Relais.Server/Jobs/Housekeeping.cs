using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>
/// Once an hour: empties journal items that were applied longer ago than any provider repeats itself (their keys stay for
/// ever), removes files nobody refers to, and lets the store look at how much it holds, so that it keeps choosing the right index.
/// </summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, LooseFiles looseFiles, TimeProvider clock, ILogger<Housekeeping> log)
    : Worker(clock, log)
{
    private const string EmptySql = "UPDATE journal SET body = NULL WHERE state = @p0 AND body IS NOT NULL AND received_at < @p1";

    private static readonly TimeSpan Keep = TimeSpan.FromDays(8);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task Round(CancellationToken cancel)
    {
        await Task.Delay(Every, Clock, cancel);
        await Tidy(cancel);
        await looseFiles.Remove(cancel);
    }

    private async Task Tidy(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, EmptySql, [[JournalState.Done, Clock.GetUtcNow() - Keep]], cancel);
        await db.Dialect.RefreshStatistics(db, cancel);
        await turn.Commit(cancel);
    }
}
