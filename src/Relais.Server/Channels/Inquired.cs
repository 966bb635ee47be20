namespace Relais.Server.Channels;

/// <summary>What came of asking a provider for a message of which he had told nothing but that there is one.</summary>
public abstract record Inquired
{
    private Inquired()
    {
    }

    /// <param name="Body">As its kind reads it: what can never be had is told in it, too.</param>
    public sealed record As(ReadOnlyMemory<byte> Body) : Inquired;

    public sealed record TryLater(string Reason, TimeSpan? After = null) : Inquired;
}
