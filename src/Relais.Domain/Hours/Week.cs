using Relais.Domain.Shared;

namespace Relais.Domain.Hours;

/// <summary>When somebody is there, day by day. A day without a range is closed.</summary>
/// <param name="Days">Seven, Monday first.</param>
public sealed record Week(IReadOnlyList<IReadOnlyList<OpenRange>> Days)
{
    public static readonly Week AroundTheClock = new([.. Enumerable.Repeat<IReadOnlyList<OpenRange>>([new OpenRange(0, OpenRange.Day)], 7)]);

    public IReadOnlyList<OpenRange> On(DayOfWeek day) => Days[((int)day + 6) % 7];

    /// <summary>As it is kept: what goes on after midnight is split there, and each day is in order.</summary>
    /// <exception cref="RuleViolation"><c>business_hours.week</c>, and what its ranges refuse.</exception>
    internal Week Checked()
    {
        if (Days.Count != 7) throw new RuleViolation("business_hours.week", "A week has seven days, from Monday to Sunday.");

        var split = Days.Select(day => day.Select(range => range.Split()).ToList()).ToList();
        return new Week([.. Enumerable.Range(0, 7).Select(day => OpenRange.Ordered(
            split[day].Select(parts => parts.Today).Concat(split[(day + 6) % 7].Select(parts => parts.Tomorrow).OfType<OpenRange>())))]);
    }
}
