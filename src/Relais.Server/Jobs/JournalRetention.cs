using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>Empties journal items that were applied longer ago than any provider repeats itself. Their keys stay for ever.</summary>
public sealed partial class JournalRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JournalRetention> log)
    : BackgroundService
{
    private const string EmptySql = "UPDATE journal SET body = NULL WHERE state = @p0 AND body IS NOT NULL AND received_at < @p1";

    private static readonly TimeSpan Keep = TimeSpan.FromDays(8);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Every, clock, stoppingToken);
                await Empty(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(log, exception);
            }
        }
    }

    private async Task Empty(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, EmptySql, [[JournalState.Done, clock.GetUtcNow() - Keep]], cancel);
        await turn.Commit(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Emptying the journal failed; it will be tried again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
