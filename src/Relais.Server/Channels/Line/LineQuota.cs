using Relais.Domain.Channels;

namespace Relais.Server.Channels.Line;

/// <summary>Asks how many messages of this month are left. https://developers.line.biz/en/reference/messaging-api/#get-quota</summary>
internal sealed class LineQuota(LineApi api, TimeProvider clock)
{
    /// <summary>LINE counts by months of Japan.</summary>
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public async Task<IReadOnlyList<Allowance>?> Ask(CancellationToken cancel)
    {
        if (await api.Get("message/quota", cancel) is not Reply.Answer { Succeeded: true } quota) return null;
        if (quota.Body["type"].Text != "limited" || quota.Body["value"].Number is not { } most) return [];
        if (await api.Get("message/quota/consumption", cancel) is not Reply.Answer { Succeeded: true } spent || spent.Body["totalUsage"].Number is not { } used) return null;

        return [new Allowance("messages") { Left = (decimal)Math.Max(0, most - used), Of = (decimal)most, Until = NextMonth() }];
    }

    private DateTimeOffset NextMonth()
    {
        var there = clock.GetUtcNow().ToOffset(Japan);
        return new DateTimeOffset(there.Year, there.Month, 1, 0, 0, 0, Japan).AddMonths(1).ToUniversalTime();
    }
}
