namespace Relais.Bench;

/// <summary>Notes when each message's mark first comes in at one agent's socket.</summary>
/// <param name="first">The mark of the first message.</param>
/// <param name="due">When each was due at the door.</param>
internal sealed class Arrivals(int first, long[] due, Histogram arrivals)
{
    private readonly bool[] seen = new bool[due.Length];
    private int count;

    public int Seen => Volatile.Read(ref count);

    public void Look(ReadOnlySpan<byte> bytes)
    {
        while (Webhooks.MarkIn(bytes, out var after) is { } mark)
        {
            bytes = bytes[after..];
            var index = mark - first;
            if (index < 0 || index >= seen.Length || seen[index]) continue;

            seen[index] = true;
            arrivals.Add(Histogram.Since(Volatile.Read(ref due[index])));
            Interlocked.Increment(ref count);
        }
    }
}
