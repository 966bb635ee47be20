namespace Relais.Server.Channels;

/// <summary>Says to those who wait that there is work. Ringing loses nothing when missed: everybody also looks by himself.</summary>
public sealed class Wake(TimeProvider clock)
{
    public Bell Intake { get; } = new(clock);

    public Bell Outbox { get; } = new(clock);

    public Bell Media { get; } = new(clock);

    public Bell Posts { get; } = new(clock);

    /// <summary>For what programs are told.</summary>
    public Bell Agents { get; } = new(clock);

    public Bell Topics { get; } = new(clock);

    public Bell Tags { get; } = new(clock);

    public Bell Assignment { get; } = new(clock);

    /// <summary>For the walk over all contacts.</summary>
    public Bell Contacts { get; } = new(clock);

    public Bell Rerouting { get; } = new(clock);

    public Bell Erasing { get; } = new(clock);

    public Bell Search { get; } = new(clock);

    public Bell Broadcasts { get; } = new(clock);
}

/// <summary>One worker's bell.</summary>
public sealed class Bell(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Until it rings, at most so long.</summary>
    /// <returns>Whether it rang.</returns>
    public async Task<bool> Wait(TimeSpan atMost, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            await rung.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false; // Nobody rang.
        }
    }

    public void Dispose() => rung.Dispose();
}
