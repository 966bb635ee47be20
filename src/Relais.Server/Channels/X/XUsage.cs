using Relais.Domain.Channels;

namespace Relais.Server.Channels.X;

/// <summary>Asks how much of what the app may read in a month is left; what it sends is paid for each time. https://docs.x.com/x-api/usage/get-usage</summary>
internal sealed class XUsage(XApi api, TimeProvider clock)
{
    public async Task<IReadOnlyList<Allowance>?> Ask(CancellationToken cancel)
    {
        var (token, _) = await api.AppToken(cancel);
        if (token is null || await api.AsApp(token, HttpMethod.Get, "/2/usage/tweets", null, cancel) is not Reply.Answer { Succeeded: true } answer) return null;

        var told = answer.Body["data"];
        return told["project_cap"].Number is { } most && told["project_usage"].Number is { } used
            ? [new Allowance("reads") { Left = (decimal)Math.Max(0, most - used), Of = (decimal)most, Until = NextReset(told["cap_reset_day"].Number) }]
            : [];
    }

    private DateTimeOffset? NextReset(double? day)
    {
        if (day is not (>= 1 and <= 31)) return null;

        var now = clock.GetUtcNow();
        var thisMonth = new DateTimeOffset(now.Year, now.Month, Math.Min((int)day, DateTime.DaysInMonth(now.Year, now.Month)), 0, 0, 0, TimeSpan.Zero);
        return thisMonth > now ? thisMonth : thisMonth.AddMonths(1);
    }
}
