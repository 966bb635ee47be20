using Relais.Domain.Shared;

namespace Relais.Domain.Hours;

/// <summary>
/// When somebody is there: a week and its exceptions, by the clock on the wall of one time zone. All questions about business hours
/// are answered here. An hour that the clocks repeat counts twice, one that they leave out does not count: nine to five stays nine
/// to five.
/// </summary>
/// <param name="Zone">Its IANA name: <c>Europe/Paris</c>.</param>
/// <param name="Week">The usual week.</param>
/// <param name="Holidays">The days that are not like their weekday.</param>
public sealed record Timetable(string Zone, Week Week, IReadOnlyList<Holiday> Holidays)
{
    public const int HolidayLimit = 500;

    /// <summary>Who never opens in so long never opens.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    /// <summary>What a channel without business hours has.</summary>
    public static readonly Timetable Always = new("Etc/UTC", Week.AroundTheClock, []);

    private TimeZoneInfo Clock => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public bool IsOpen(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, Clock).DateTime;
        return HoursOn(DateOnly.FromDateTime(there)).Any(range => range.Holds((int)there.TimeOfDay.TotalMinutes));
    }

    /// <summary>At once where it is open; null when it never opens again.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => Openings(at, at + Horizon).FirstOrDefault()?.From;

    /// <summary>How much of the time between two instants was open.</summary>
    public TimeSpan OpenTimeBetween(DateTimeOffset from, DateTimeOffset to) =>
        Openings(from, to).Aggregate(TimeSpan.Zero, (sum, opening) => sum + (opening.To - opening.From));

    /// <summary>The open stretches between two instants, in order and cut off at both; those that touch are one.</summary>
    public IEnumerable<Opening> Openings(DateTimeOffset from, DateTimeOffset to)
    {
        Opening? last = null;
        foreach (var next in Parts(from, to))
        {
            if (last?.To == next.From)
            {
                last = last with { To = next.To };
                continue;
            }

            if (last is not null) yield return last;
            last = next;
        }

        if (last is not null) yield return last;
    }

    /// <summary>As it is kept.</summary>
    /// <exception cref="RuleViolation"><c>business_hours.zone</c>, <c>holiday.twice</c>, <c>business_hours.too_many_holidays</c>, and what its parts refuse.</exception>
    internal Timetable Checked()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone ?? "", out var zone) || !zone.HasIanaId)
            throw new RuleViolation("business_hours.zone", "Choose a time zone, for instance Europe/Paris.");
        if (Holidays.Count > HolidayLimit)
            throw new RuleViolation(
                "business_hours.too_many_holidays", $"Keep at most {HolidayLimit} holidays.", new Dictionary<string, object?> { ["limit"] = HolidayLimit });
        if (Holidays.GroupBy(holiday => (holiday.Date, holiday.EveryYear)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RuleViolation(
                "holiday.twice", "A day is a holiday only once: keep one of the two.", new Dictionary<string, object?> { ["date"] = twice.Key.Date });

        return new Timetable(zone.Id, Week.Checked(), [.. Holidays.Select(holiday => holiday.Checked()).OrderBy(holiday => holiday.Date)]);
    }

    /// <summary>A day named with its year comes before one that returns every year.</summary>
    private IReadOnlyList<OpenRange> HoursOn(DateOnly day) =>
        Holidays.Where(holiday => holiday.Is(day)).OrderByDescending(holiday => holiday.Date == day && !holiday.EveryYear).FirstOrDefault()?.Hours
            ?? Week.On(day.DayOfWeek);

    private IEnumerable<Opening> Parts(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (begin, end, offset) in Stretches(from.UtcDateTime, to.UtcDateTime))
        {
            var (localBegin, localEnd) = (begin + offset, end + offset);
            for (var day = DateOnly.FromDateTime(localBegin); day.ToDateTime(default) < localEnd; day = day.AddDays(1))
            {
                foreach (var range in HoursOn(day))
                {
                    var midnight = day.ToDateTime(default);
                    var (open, close) = (Later(midnight.AddMinutes(range.From), localBegin), Earlier(midnight.AddMinutes(range.To), localEnd));
                    if (open < close) yield return new Opening(Instant(open - offset), Instant(close - offset));
                }
            }
        }
    }

    /// <summary>Stretches in which the clocks are not put forward or back: inside, a minute on the wall is a minute.</summary>
    private IEnumerable<(DateTime Begin, DateTime End, TimeSpan Offset)> Stretches(DateTime from, DateTime to)
    {
        var clock = Clock;
        while (from < to)
        {
            var offset = clock.GetUtcOffset(from);
            var end = Earlier(from.AddDays(1), to);
            if (clock.GetUtcOffset(end) != offset) end = ChangeBetween(clock, from, end);
            yield return (from, end, offset);
            from = end;
        }
    }

    /// <summary>The first instant with another offset than <paramref name="before"/>.</summary>
    private static DateTime ChangeBetween(TimeZoneInfo clock, DateTime before, DateTime after)
    {
        var offset = clock.GetUtcOffset(before);
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (clock.GetUtcOffset(middle) == offset) before = middle;
            else after = middle;
        }

        return after;
    }

    private static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <summary>From when to when somebody is there.</summary>
public sealed record Opening(DateTimeOffset From, DateTimeOffset To);
