using System.Net;
using System.Net.Sockets;

namespace Relais.Server.Security;

/// <summary>
/// Counts sign-ins that failed in the last quarter of an hour, per account and per network. An attempt counts from the moment
/// it begins, so that two hundred at once are no more than ten; success takes it back.
/// </summary>
public sealed class SignInAttempts(TimeProvider clock)
{
    public const int PerAccount = 10;
    public const int PerNetwork = 100;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int MostKeys = 100_000;

    private readonly Dictionary<string, Queue<DateTimeOffset>> failures = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Null: go ahead. Otherwise how long to wait.</summary>
    public TimeSpan? Begin(string account, IPAddress? address)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (failures.Count >= MostKeys) Forget(now);

            var (ofAccount, ofNetwork) = (Recent($"account {account}", now), Recent(Network(address), now));
            if (ofAccount.Count >= PerAccount) return ofAccount.Peek() + Window - now;
            if (ofNetwork.Count >= PerNetwork) return ofNetwork.Peek() + Window - now;

            ofAccount.Enqueue(now);
            ofNetwork.Enqueue(now);
            return null;
        }
    }

    /// <summary>The password was right: what was mistyped before no longer counts.</summary>
    public void Succeed(string account, IPAddress? address)
    {
        lock (gate)
        {
            failures.Remove($"account {account}");
            if (failures.TryGetValue(Network(address), out var ofNetwork)) ofNetwork.TryDequeue(out _);
        }
    }

    private Queue<DateTimeOffset> Recent(string key, DateTimeOffset now)
    {
        if (!failures.TryGetValue(key, out var times)) failures[key] = times = new Queue<DateTimeOffset>();
        while (times.TryPeek(out var oldest) && oldest + Window <= now) times.Dequeue();
        return times;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in failures.Where(entry => entry.Value.All(time => time + Window <= now)).Select(entry => entry.Key).ToArray())
            failures.Remove(key);
    }

    /// <summary>A home or an office has a whole /64 of IPv6 addresses.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "network unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => $"network {Convert.ToHexString(address.GetAddressBytes(), 0, 8)}",
        _ => $"network {address.MapToIPv4()}",
    };
}
