using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Microsoft.AspNetCore.Mvc;
using Relais.Domain.Hours;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Reads a public calendar (.ics) as holidays, to be looked at before they are taken into business hours. It changes nothing.</summary>
public static class ReadHolidayCalendar
{
    private const long MaxBytes = 2L * 1024 * 1024;
    private const int Years = 3;

    public sealed record Answer(IReadOnlyList<HolidayView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/public-holidays/calendar", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ReadHolidayCalendar").WithTags("Business hours").WithSummary("Read a calendar file (.ics) as holidays")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .DisableAntiforgery();

    private static async Task<IResult> Handle(IFormFile file, TimeProvider clock, CancellationToken cancel)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return TypedResults.Ok(new Answer(Read(await reader.ReadToEndAsync(cancel), clock.GetUtcNow().Year)));
    }

    /// <summary>Whole days of this year and the next two. What simply returns every year is taken as that.</summary>
    /// <exception cref="RuleViolation"><c>holiday_calendar.unreadable</c>.</exception>
    internal static IReadOnlyList<HolidayView> Read(string text, int firstYear)
    {
        HolidayView[] days = [.. EventsOf(text).Where(one => one.IsAllDay && one.Start is not null).SelectMany(one => DaysOf(one, firstYear))];
        HolidayView[] once = [.. days.DistinctBy(day => (day.Date, day.EveryYear)).OrderBy(day => day.Date).Take(Timetable.HolidayLimit)];
        return once.Length > 0 ? once : throw Unreadable();
    }

    private static List<CalendarEvent> EventsOf(string text)
    {
        try
        {
            return [.. CalendarCollection.Load(text).SelectMany(calendar => calendar.Events)];
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or System.Runtime.Serialization.SerializationException)
        {
            throw Unreadable();
        }
    }

    private static IEnumerable<HolidayView> DaysOf(CalendarEvent one, int firstYear)
    {
        var name = Texts.Fit(one.Summary, Holiday.NameLimit) ?? one.Start!.Date.ToString("d", CultureInfo.InvariantCulture);
        var first = one.Start!.Date;
        if (IsPlainlyYearly(one)) return [new HolidayView(name, first, EveryYear: true, [])];

        return one.GetOccurrences(new CalDateTime(firstYear, 1, 1)).TakeWhile(day => day.Period.StartTime.Date.Year < firstYear + Years)
            .SelectMany(day => Covered(day.Period)).Select(day => new HolidayView(name, day, EveryYear: false, []));
    }

    private static bool IsPlainlyYearly(CalendarEvent one) =>
        one.RecurrenceRule is { Frequency: FrequencyType.Yearly, Interval: 1, Count: null, Until: null } rule
        && rule.ByDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count + rule.BySetPosition.Count == 0 && rule.ByMonth.Count <= 1 && rule.ByMonthDay.Count <= 1;

    /// <summary>The end of a whole-day event is the first day after it.</summary>
    private static IEnumerable<DateOnly> Covered(Period period)
    {
        var first = period.StartTime.Date;
        var days = Math.Clamp((period.EffectiveEndTime?.Date ?? first).DayNumber - first.DayNumber, 1, 60);
        return Enumerable.Range(0, days).Select(first.AddDays);
    }

    private static RuleViolation Unreadable() =>
        new("holiday_calendar.unreadable", "Bring a calendar file (.ics) with whole-day events, this year or later.");
}
