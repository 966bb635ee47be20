using System.Diagnostics;

namespace Relais.Bench;

/// <summary>How a load went. The latency of an open loop counts from the instant a call should have started.</summary>
internal sealed record Load(TimeSpan Took, Histogram Latency, bool[] Accepted)
{
    public int Count => Accepted.Count(accepted => accepted);

    public double Rate => Count / Took.TotalSeconds;
}

/// <summary>Sends prepared calls from this machine, over so many connections at once.</summary>
internal static class Generator
{
    /// <summary>Each connection sends its next call as soon as the last was answered.</summary>
    public static Task<Load> Closed(Uri server, int connections, IReadOnlyList<byte[]> calls) =>
        Run(server, connections, calls, static _ => ValueTask.FromResult(Stopwatch.GetTimestamp()));

    /// <summary>Call n starts at n / rate, whether or not those before it were answered.</summary>
    public static Task<Load> Open(Uri server, int connections, double perSecond, IReadOnlyList<byte[]> calls, Action<int, long>? starts = null)
    {
        var begin = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 20);
        return Run(server, connections, calls, async index =>
        {
            var due = begin + (long)(index / perSecond * Stopwatch.Frequency);
            starts?.Invoke(index, due);
            await Until(due);
            return due;
        });
    }

    private static async Task<Load> Run(Uri server, int connections, IReadOnlyList<byte[]> calls, Func<int, ValueTask<long>> start)
    {
        var wires = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Wire.Open(server)));
        var (latency, accepted, next) = (new Histogram(), new bool[calls.Count], -1);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(wires.Select(wire => Task.Run(async () =>
        {
            for (var index = Interlocked.Increment(ref next); index < calls.Count; index = Interlocked.Increment(ref next))
            {
                var started = await start(index);
                accepted[index] = await wire.Call(calls[index]) is 200 or 201;
                latency.Add(Histogram.Since(started));
            }
        })));
        clock.Stop();
        foreach (var wire in wires) wire.Dispose();
        return new Load(clock.Elapsed, latency, accepted);
    }

    /// <summary>Sleeps as long as the clock of the system allows, then yields.</summary>
    private static async ValueTask Until(long timestamp)
    {
        while (true)
        {
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), timestamp);
            if (left <= TimeSpan.Zero) return;
            if (left > TimeSpan.FromMilliseconds(2)) await Task.Delay(left - TimeSpan.FromMilliseconds(1.5));
            else await Task.Yield();
        }
    }
}
