using NodaTime;
using NodaTime.TimeZones;
using Relais.Domain.Hours;

namespace Relais.Tests.Hours;

/// <summary>
/// Business hours as one would explain them to a child: walk minute by minute, look at the clock on the wall, look into the week.
/// Slow, and with another library's time zones, so that it errs in other places than the product.
/// </summary>
internal sealed class ReferenceCalendar(Timetable timetable)
{
    /// <summary>Where the last change of the rules lies far back, so that an older table of time zones says the same.</summary>
    public static readonly string[] Zones =
    [
        "Europe/Paris", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Helsinki", "America/New_York", "America/Los_Angeles",
        "America/St_Johns", "America/Phoenix", "America/Halifax", "America/Bogota", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu",
        "Asia/Singapore", "Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham",
        "Pacific/Kiritimati", "Pacific/Marquesas", "Pacific/Apia", "Africa/Johannesburg", "Africa/Lagos", "Etc/UTC",
    ];

    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[timetable.Zone];

    public bool IsOpen(DateTimeOffset at)
    {
        var there = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
        var (day, minute) = (there.Date.ToDateOnly(), (there.Hour * 60) + there.Minute);
        foreach (var holiday in timetable.Holidays)
            if (!holiday.EveryYear && holiday.Date == day) return Holds(holiday.Hours, minute);
        foreach (var holiday in timetable.Holidays)
            if (holiday.EveryYear && holiday.Date.Month == day.Month && holiday.Date.Day == day.Day) return Holds(holiday.Hours, minute);
        return Holds(timetable.Week.Days[(int)there.DayOfWeek - 1], minute);
    }

    public int OpenMinutes(DateTimeOffset from, DateTimeOffset to)
    {
        var minutes = 0;
        for (var at = from; at < to; at = at.AddMinutes(1)) minutes += IsOpen(at) ? 1 : 0;
        return minutes;
    }

    public DateTimeOffset? NextOpening(DateTimeOffset from, DateTimeOffset to)
    {
        for (var at = from; at < to; at = at.AddMinutes(1))
            if (IsOpen(at)) return at;
        return null;
    }

    private static bool Holds(IEnumerable<OpenRange> ranges, int minute)
    {
        foreach (var range in ranges)
            if (range.From <= minute && minute < range.To) return true;
        return false;
    }
}
