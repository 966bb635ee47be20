using Relais.Domain.Shared;

namespace Relais.Domain.Notifications;

/// <summary>When what a member has not read is sent to him by e-mail.</summary>
public enum DigestPace
{
    /// <summary>So many minutes after it happened, unless he has read it by then.</summary>
    WhenUnread,

    /// <summary>At every full hour.</summary>
    Hourly,

    /// <summary>Once a day, at an hour of his choice.</summary>
    Daily,
}

/// <summary>At which pace a member gets e-mails of what he has not read; one mail holds everything that waits.</summary>
public sealed record Digest(DigestPace Pace, int AfterMinutes, int AtHour, string TimeZone)
{
    public const int LeastMinutes = 5;
    public const int MostMinutes = 240;

    public static readonly Digest Usual = new(DigestPace.WhenUnread, AfterMinutes: 30, AtHour: 8, TimeZone: "UTC");

    /// <summary>When what happens at an instant is sent.</summary>
    public DateTimeOffset DueAt(DateTimeOffset happened) => Pace switch
    {
        DigestPace.WhenUnread => happened.AddMinutes(AfterMinutes),
        DigestPace.Hourly => happened.AddTicks(TimeSpan.TicksPerHour - (happened.UtcTicks % TimeSpan.TicksPerHour)),
        _ => NextMorning(happened, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)),
    };

    /// <exception cref="RuleViolation"><c>digest.minutes</c>, <c>digest.hour</c>, <c>digest.time_zone</c>.</exception>
    internal Digest Checked()
    {
        if (AfterMinutes is < LeastMinutes or > MostMinutes)
            throw new RuleViolation(
                "digest.minutes",
                $"Choose between {LeastMinutes} and {MostMinutes} minutes.",
                new Dictionary<string, object?> { ["least"] = LeastMinutes, ["most"] = MostMinutes });
        if (AtHour is < 0 or > 23) throw new RuleViolation("digest.hour", "Choose an hour from 0 to 23.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) throw new RuleViolation("digest.time_zone", "Use a time zone such as Europe/Paris.");

        return this;
    }

    /// <summary>The hour a clock skips in spring comes an hour later; the one it strikes twice in autumn is its first.</summary>
    private DateTimeOffset NextMorning(DateTimeOffset happened, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(happened, zone).Date.AddHours(AtHour);
        var due = At(today, zone);
        return due > happened ? due : At(today.AddDays(1), zone);
    }

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
