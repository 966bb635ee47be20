namespace Relais.Server.Jobs;

/// <summary>
/// Works in rounds for as long as the house is open. Whatever goes wrong in one round is logged, and the next one comes
/// after a rest: an error nobody foresaw, a call to the outside that ran out of time included, never closes the house.
/// Nobody works before the doors are open, and then one begins after the other: who calls at the start is answered sooner.
/// </summary>
public abstract partial class Worker(TimeProvider clock, ILogger log) : BackgroundService, IHostedLifecycleService
{
    /// <summary>A first round compiles what it asks of the store: all at once they would leave no processor to those who call.</summary>
    private static readonly SemaphoreSlim Beginning = new(1);

    /// <summary>Nobody waits longer for his beginning, whatever the one before him has found to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        await Try(Begin, stoppingToken);
        while (!stoppingToken.IsCancellationRequested) await Try(Round, stoppingToken);
    }

    /// <summary>The first round. The next worker begins as soon as this one waits for something.</summary>
    private async Task Begin(CancellationToken cancel)
    {
        var isInTurn = await Beginning.WaitAsync(Patience, cancel);
        Task round;
        try
        {
            round = Round(cancel);
        }
        finally
        {
            if (isInTurn) Beginning.Release();
        }

        await round;
    }

    private async Task Try(Func<CancellationToken, Task> round, CancellationToken cancel)
    {
        try
        {
            await round(cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogRoundFailed(log, GetType().Name, exception);
            await Task.Delay(Recovery, clock, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Worker} failed; the next one comes.")]
    private static partial void LogRoundFailed(ILogger log, string worker, Exception exception);
}
