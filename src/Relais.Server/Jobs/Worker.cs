namespace Relais.Server.Jobs;

/// <summary>
/// Works in rounds for as long as the house is open. Whatever goes wrong in one round is logged, and the next one comes
/// after a rest: an error nobody foresaw, a call to the outside that ran out of time included, never closes the house.
/// Nobody works before the doors are open: who calls at the start is answered sooner.
/// </summary>
public abstract partial class Worker(TimeProvider clock, ILogger log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>Goes on where it is opened: first rounds follow each other on one thread, and leave the others to those who call.</summary>
    private readonly TaskCompletionSource opened = new();

    protected TimeProvider Clock => clock;

    protected ILogger Log => log;

    /// <summary>How long to rest after a round that failed.</summary>
    protected virtual TimeSpan Recovery => TimeSpan.FromMilliseconds(500);

    /// <summary>Looks for work and does it; waits by itself where there is none.</summary>
    protected abstract Task Round(CancellationToken cancel);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        opened.SetResult();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opened.Task.WaitAsync(stoppingToken);
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
