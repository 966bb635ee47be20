namespace Relais.Server.Jobs;

/// <summary>
/// Works in rounds for as long as the house is open. Whatever goes wrong in one round is logged, and the next one comes
/// after a rest: an error nobody foresaw, a call to the outside that ran out of time included, never closes the house.
/// </summary>
public abstract partial class Worker(TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected ILogger Log => log;

    /// <summary>How long to rest after a round that failed.</summary>
    protected virtual TimeSpan Recovery => TimeSpan.FromMilliseconds(500);

    /// <summary>Looks for work and does it; waits by itself where there is none.</summary>
    protected abstract Task Round(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogRoundFailed(log, GetType().Name, exception);
                await Task.Delay(Recovery, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Worker} failed; the next one comes.")]
    private static partial void LogRoundFailed(ILogger log, string worker, Exception exception);
}
