using System.Diagnostics;
using System.Numerics;

namespace Relais.Bench;

/// <summary>Counts durations in buckets no wider than 1/64 of their value, so that percentiles need no list of everything.</summary>
internal sealed class Histogram
{
    private const int Fine = 64;

    private readonly long[] buckets = new long[Fine * 40];
    private readonly Lock gate = new();
    private long largest;

    public long Count { get; private set; }

    public double Max => largest / 1000.0;

    public static double Since(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalMicroseconds;

    public void Add(double microseconds)
    {
        var value = Math.Max(0, (long)microseconds);
        lock (gate)
        {
            buckets[IndexOf(value)]++;
            Count++;
            largest = Math.Max(largest, value);
        }
    }

    /// <summary>In milliseconds.</summary>
    public double Percentile(double percent)
    {
        var wanted = (long)Math.Ceiling(Count * percent / 100);
        long seen = 0;
        for (var index = 0; index < buckets.Length; index++)
        {
            seen += buckets[index];
            if (seen >= wanted && seen > 0) return Math.Min(ValueAt(index), largest) / 1000.0;
        }

        return 0;
    }

    private static int IndexOf(long value)
    {
        if (value < Fine) return (int)value;

        var shift = BitOperations.Log2((ulong)value) - 5;
        return Math.Min((shift * Fine / 2) + (int)(value >> shift), (Fine * 40) - 1);
    }

    private static long ValueAt(int index)
    {
        if (index < Fine) return index;

        var shift = (index / (Fine / 2)) - 1;
        return ((long)(index - (shift * Fine / 2)) << shift) + (1L << shift) - 1;
    }
}
