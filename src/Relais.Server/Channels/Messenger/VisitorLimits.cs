using System.Threading.RateLimiting;

namespace Relais.Server.Channels.Messenger;

/// <summary>What is counted apart, so that typing cannot use up the right to write.</summary>
internal enum Limit
{
    /// <summary>Everything from one address.</summary>
    Calls,
    Entries,
    Messages,
    Uploads,
    Signals,
}

/// <summary>How much one visitor, and one address, may do. Generous to people, also to a whole office behind one address.</summary>
internal sealed class VisitorLimits : IDisposable
{
    private static readonly Dictionary<Limit, (int Burst, double PerSecond)> Rates = new()
    {
        [Limit.Calls] = (1000, 200),
        [Limit.Entries] = (120, 5),
        [Limit.Messages] = (20, 1),
        [Limit.Uploads] = (10, 0.5),
        [Limit.Signals] = (40, 4),
    };

    private readonly PartitionedRateLimiter<(Limit Limit, string Who)> buckets =
        PartitionedRateLimiter.Create<(Limit Limit, string Who), (Limit, string)>(key =>
            RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(key.Limit)));

    public bool Admit(Limit limit, string who)
    {
        using var lease = buckets.AttemptAcquire((limit, who));
        return lease.IsAcquired;
    }

    public void Dispose() => buckets.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(Limit limit)
    {
        var (burst, perSecond) = Rates[limit];
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = (int)Math.Max(1, perSecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 1 ? 1 / perSecond : 1),
            QueueLimit = 0,
        };
    }
}
