using System.Collections.Concurrent;

namespace Relais.Server.Channels;

/// <summary>How fast each channel may send: a bucket of tokens at the provider's rate, and a bound on what is under way.</summary>
public sealed class ChannelPace(TimeProvider clock)
{
    private const int AtOnce = 16;

    /// <summary>Who would wait longer than this waits in the table: a claim does not last for ever.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, int> underWay = new();
    private readonly ConcurrentDictionary<Guid, Bucket> buckets = new();

    /// <summary>Channels that have enough under way; their answers wait in the table, not in memory.</summary>
    public IReadOnlyCollection<Guid> Full => [.. underWay.Where(entry => entry.Value >= AtOnce).Select(entry => entry.Key)];

    public void Enter(Guid channelId) => underWay.AddOrUpdate(channelId, 1, (_, count) => count + 1);

    public void Leave(Guid channelId) => underWay.AddOrUpdate(channelId, 0, (_, count) => count - 1);

    /// <summary>Waits for the right to send one message.</summary>
    /// <returns>False when too many wait already: come again after <see cref="Longest"/>.</returns>
    public async Task<bool> Wait(ConnectedChannel channel, double perSecond, CancellationToken cancel)
    {
        if (buckets.GetOrAdd(channel.Id, _ => new Bucket()).Reserve(perSecond, clock.GetUtcNow()) is not { } delay) return false;
        if (delay > TimeSpan.Zero) await Task.Delay(delay, clock, cancel);
        return true;
    }

    private sealed class Bucket
    {
        private readonly Lock guard = new();
        private DateTimeOffset free;

        /// <summary>Takes the next token, which may only come to be later; a second's worth may be saved up. Null when that is
        /// too far off.</summary>
        public TimeSpan? Reserve(double perSecond, DateTimeOffset now)
        {
            var interval = TimeSpan.FromSeconds(1 / perSecond);
            lock (guard)
            {
                if (free - now > Longest) return null;

                var earliest = now - TimeSpan.FromSeconds(1);
                free = (free < earliest ? earliest : free) + interval;
                return free - now;
            }
        }
    }
}
