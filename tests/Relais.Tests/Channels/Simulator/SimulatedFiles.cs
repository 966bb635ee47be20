using System.Collections.Concurrent;
using System.Globalization;

namespace Relais.Tests.Channels.Simulator;

/// <summary>Meta's file host: every address runs out, every id stays.</summary>
public sealed class SimulatedFiles(SimulatorFaults faults, Func<DateTimeOffset> now, Func<Uri> address)
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, string Type)> files = new(StringComparer.Ordinal);
    private int count;

    /// <summary>How often bytes were handed out.</summary>
    public int Downloads { get; private set; }

    /// <summary>How often an address had run out.</summary>
    public int Misses { get; private set; }

    public string Keep(byte[] bytes, string type, out string url)
    {
        var id = (2754859441498128 + Interlocked.Increment(ref count)).ToString(CultureInfo.InvariantCulture);
        files[id] = (bytes, type);
        url = AddressOf(id);
        return id;
    }

    public bool Knows(string id) => files.ContainsKey(id);

    /// <summary>A fresh address, and what is known of the file.</summary>
    public (string Url, string Type, int Size)? Find(string id) =>
        files.TryGetValue(id, out var file) ? (AddressOf(id), file.Type, file.Bytes.Length) : null;

    public byte[] Bytes(string id) => files[id].Bytes;

    /// <summary>Null when the address has run out.</summary>
    public (byte[] Bytes, string Type)? Download(string id, string? until)
    {
        if (!long.TryParse(until, CultureInfo.InvariantCulture, out var end) || now().ToUnixTimeMilliseconds() > end || !files.TryGetValue(id, out var file))
        {
            Misses++;
            return null;
        }

        Downloads++;
        return file;
    }

    private string AddressOf(string id) =>
        new Uri(address(), $"/lookaside/{id}?ext={(now() + faults.MediaLife).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}").ToString();
}
