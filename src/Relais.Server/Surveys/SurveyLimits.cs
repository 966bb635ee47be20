using System.Threading.RateLimiting;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>How often one address may ask for survey pages: more than any person does, too little to guess or to stuff.</summary>
internal sealed class SurveyLimits : IDisposable
{
    public const int Burst = 40;

    private readonly PartitionedRateLimiter<string> buckets = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(2),
        QueueLimit = 0,
    }));

    public bool Admit(HttpContext http)
    {
        using var lease = buckets.AttemptAcquire(CallerAddress.Of(http));
        return lease.IsAcquired;
    }

    public void Dispose() => buckets.Dispose();
}
