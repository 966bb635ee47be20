using System.Globalization;
using Relais.Domain.Hours;
using Relais.Domain.Shared;

namespace Relais.Tests.Hours;

/// <summary>Open or closed, when next, and how long in between: the worked examples, and a walk minute by minute as the judge.</summary>
[Trait("suite", "pure")]
public sealed class TimetableTests
{
    private static readonly OpenRange NineToFive = new(9 * 60, 17 * 60);
    private static readonly Actor Diane = new(ActorKind.Member, Guid.CreateVersion7(), "Diane");

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 10:05", 5)]
    [InlineData("2026-11-23 08:00", "2026-11-23 09:20", 20)]
    [InlineData("2026-11-23 11:02", "2026-11-23 11:30", 28)]
    [InlineData("2026-11-27 16:45", "2026-11-30 09:15", 30)]
    [InlineData("2026-11-27 16:45", "2026-11-30 09:16", 31)]
    public void Only_open_minutes_count(string from, string to, int minutes) =>
        Office().OpenTimeBetween(Paris(from), Paris(to)).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void A_range_begins_inside_and_ends_outside()
    {
        var office = Office();

        office.IsOpen(Paris("2026-11-23 08:59")).ShouldBeFalse();
        office.IsOpen(Paris("2026-11-23 09:00")).ShouldBeTrue();
        office.IsOpen(Paris("2026-11-23 16:59")).ShouldBeTrue();
        office.IsOpen(Paris("2026-11-23 17:00")).ShouldBeFalse();
        office.IsOpen(Paris("2026-11-28 10:00")).ShouldBeFalse();
    }

    [Fact]
    public void After_the_weekend_it_opens_on_Monday_and_where_it_is_open_at_once()
    {
        Office().NextOpening(Paris("2026-11-27 17:00")).ShouldBe(Paris("2026-11-30 09:00"));
        Office().NextOpening(Paris("2026-11-27 12:34")).ShouldBe(Paris("2026-11-27 12:34"));
        Made(new Timetable("Europe/Paris", Days(), [])).NextOpening(Paris("2026-11-27 12:34")).ShouldBeNull();
    }

    [Fact]
    public void Nine_to_five_stays_so_when_the_clocks_change()
    {
        var everyDay = Made(new Timetable("Europe/Paris", new Week([.. Enumerable.Repeat<IReadOnlyList<OpenRange>>([NineToFive], 7)]), []));

        everyDay.NextOpening(Utc("2026-03-28 20:00")).ShouldBe(Utc("2026-03-29 07:00"));
        everyDay.NextOpening(Utc("2026-10-24 20:00")).ShouldBe(Utc("2026-10-25 08:00"));
        everyDay.OpenTimeBetween(Utc("2026-03-28 22:00"), Utc("2026-03-30 22:00")).ShouldBe(TimeSpan.FromHours(16));
    }

    [Fact]
    public void An_hour_that_comes_twice_counts_twice_and_one_left_out_does_not_count()
    {
        var night = Made(new Timetable("Europe/Paris", new Week([.. Enumerable.Repeat<IReadOnlyList<OpenRange>>([new OpenRange(60, 240)], 7)]), []));

        night.OpenTimeBetween(Utc("2026-10-24 22:00"), Utc("2026-10-25 10:00")).ShouldBe(TimeSpan.FromHours(4));
        night.OpenTimeBetween(Utc("2026-03-28 23:00"), Utc("2026-03-29 10:00")).ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public void What_goes_on_after_midnight_is_split_there_from_Sunday_to_Monday_too()
    {
        var bar = Made(new Timetable("Europe/Paris", Days(sunday: [new OpenRange(22 * 60, 2 * 60)], friday: [new OpenRange(20 * 60, 0)]), []));

        bar.Week.On(DayOfWeek.Sunday).ShouldBe([new OpenRange(22 * 60, OpenRange.Day)]);
        bar.Week.On(DayOfWeek.Monday).ShouldBe([new OpenRange(0, 2 * 60)]);
        bar.Week.On(DayOfWeek.Friday).ShouldBe([new OpenRange(20 * 60, OpenRange.Day)]);
        bar.Openings(Paris("2026-11-29 12:00"), Paris("2026-11-30 12:00")).ShouldBe([new Opening(Paris("2026-11-29 22:00"), Paris("2026-11-30 02:00"))]);
    }

    [Fact]
    public void A_holiday_overrules_its_weekday_every_year_or_once_with_its_own_hours()
    {
        var shop = Made(Office() with
        {
            Holidays =
            [
                new Holiday("Noël", new DateOnly(2020, 12, 25), EveryYear: true, []),
                new Holiday("Inventaire", new DateOnly(2026, 12, 25), EveryYear: false, [new OpenRange(600, 660)]),
                new Holiday("Veille", new DateOnly(2026, 12, 24), EveryYear: false, [new OpenRange(540, 720)]),
            ],
        });

        shop.IsOpen(Paris("2028-12-25 10:00")).ShouldBeFalse();
        shop.IsOpen(Paris("2026-12-25 10:30")).ShouldBeTrue();
        shop.IsOpen(Paris("2026-12-24 11:59")).ShouldBeTrue();
        shop.IsOpen(Paris("2026-12-24 12:00")).ShouldBeFalse();
    }

    [Fact]
    public void Without_business_hours_it_is_always_open()
    {
        Timetable.Always.IsOpen(Utc("2026-12-25 03:00")).ShouldBeTrue();
        Timetable.Always.OpenTimeBetween(Utc("2026-12-25 03:00"), Utc("2026-12-28 03:00")).ShouldBe(TimeSpan.FromDays(3));
    }

    [Theory]
    [InlineData("business_hours.overlap", 540, 720, 700, 800)]
    [InlineData("business_hours.range", 540, 540, 700, 800)]
    [InlineData("business_hours.range", -1, 540, 700, 800)]
    [InlineData("business_hours.range", 540, 600, 700, 1441)]
    public void Ranges_that_make_no_sense_are_refused(string code, int from, int to, int from2, int to2) =>
        Should.Throw<RuleViolation>(() => Made(new Timetable("Europe/Paris", Days(friday: [new OpenRange(from, to), new OpenRange(from2, to2)]), []))).Code.ShouldBe(code);

    [Fact]
    public void A_zone_nobody_knows_and_a_day_named_twice_are_refused()
    {
        Should.Throw<RuleViolation>(() => Made(Office() with { Zone = "Europe/Atlantis" })).Code.ShouldBe("business_hours.zone");
        var twice = new Holiday("Noël", new DateOnly(2026, 12, 25), EveryYear: true, []);
        Should.Throw<RuleViolation>(() => Made(Office() with { Holidays = [twice, twice with { Name = "Christmas" }] })).Code.ShouldBe("holiday.twice");
    }

    /// <summary>RELAIS_HOURS_CASES says how many; 100,000 take some ten minutes.</summary>
    [Fact]
    public void Any_week_in_any_zone_agrees_with_a_walk_minute_by_minute()
    {
        var cases = int.Parse(Environment.GetEnvironmentVariable("RELAIS_HOURS_CASES") ?? "1500", CultureInfo.InvariantCulture);
        var dice = new Random(20261126);
        for (var one = 0; one < cases; one++)
        {
            var zone = ReferenceCalendar.Zones[dice.Next(ReferenceCalendar.Zones.Length)];
            var from = Moment(dice);
            var to = from.AddMinutes(dice.Next(1, 4 * 24 * 60));
            var timetable = Made(RandomTimetable(dice, zone, from));
            var walk = new ReferenceCalendar(timetable);
            var said = $"case {one}: {zone}, {from:o} to {to:o}";

            timetable.IsOpen(from).ShouldBe(walk.IsOpen(from), said);
            timetable.OpenTimeBetween(from, to).ShouldBe(TimeSpan.FromMinutes(walk.OpenMinutes(from, to)), said);
            var next = timetable.NextOpening(from);
            (next < to ? next : null).ShouldBe(walk.NextOpening(from, to), said);
        }
    }

    /// <summary>Half of them within a day and a half of where clocks change somewhere.</summary>
    private static DateTimeOffset Moment(Random dice)
    {
        var year = dice.Next(2016, 2025);
        DateTimeOffset[] turns =
        [
            new(year, 3, 28, 1, 0, 0, TimeSpan.Zero), new(year, 10, 28, 1, 0, 0, TimeSpan.Zero), new(year, 3, 11, 7, 0, 0, TimeSpan.Zero),
            new(year, 11, 4, 6, 0, 0, TimeSpan.Zero), new(year, 4, 4, 15, 0, 0, TimeSpan.Zero), new(year, 10, 3, 15, 0, 0, TimeSpan.Zero),
        ];
        return dice.Next(2) == 0
            ? turns[dice.Next(turns.Length)].AddMinutes(dice.Next(-6 * 1440, 6 * 1440))
            : new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(dice.Next(365 * 1440));
    }

    private static Timetable RandomTimetable(Random dice, string zone, DateTimeOffset near)
    {
        var week = new Week([.. Enumerable.Range(0, 7).Select(_ => RandomDay(dice))]);
        var holidays = Enumerable.Range(0, dice.Next(4)).Select(_ => DateOnly.FromDateTime(near.UtcDateTime).AddDays(dice.Next(-1, 5))).Distinct()
            .Select(day => dice.Next(2) == 0 ? new Holiday("Fête", day, EveryYear: false, RandomDay(dice)) : new Holiday("Fête", new DateOnly(2016, day.Month, day.Day), EveryYear: true, RandomDay(dice)));
        return new Timetable(zone, week, [.. holidays]);
    }

    private static OpenRange[] RandomDay(Random dice)
    {
        int[] cuts = [.. Enumerable.Range(0, 2 * dice.Next(4)).Select(_ => dice.Next(0, OpenRange.Day + 1)).Distinct().Order()];
        return [.. cuts.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new OpenRange(pair[0], pair[1]))];
    }

    private static Timetable Office() => Made(new Timetable("Europe/Paris", new Week([.. Enumerable.Repeat<IReadOnlyList<OpenRange>>([NineToFive], 5), [], []]), []));

    private static Timetable Made(Timetable timetable) =>
        new BusinessHours(Guid.CreateVersion7(), "Service client", timetable, Diane, DateTimeOffset.UnixEpoch).Timetable;

    private static Week Days(OpenRange[]? friday = null, OpenRange[]? sunday = null) => new([[], [], [], [], friday ?? [], [], sunday ?? []]);

    private static DateTimeOffset Utc(string at) => DateTimeOffset.Parse(at + "Z", CultureInfo.InvariantCulture);

    /// <summary>Winter time.</summary>
    private static DateTimeOffset Paris(string at) => DateTimeOffset.Parse(at + "+01:00", CultureInfo.InvariantCulture);
}
