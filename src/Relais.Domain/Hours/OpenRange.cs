using Relais.Domain.Shared;

namespace Relais.Domain.Hours;

/// <summary>A stretch of one day in which somebody is there, by the clock on the wall.</summary>
/// <param name="From">Minutes since midnight, inside.</param>
/// <param name="To">Minutes since midnight, outside; 1440 is the end of the day.</param>
public sealed record OpenRange(int From, int To)
{
    public const int Day = 24 * 60;

    /// <summary>So many fit into one day before it becomes a mistake.</summary>
    public const int Limit = 12;

    public bool Holds(int minute) => From <= minute && minute < To;

    /// <summary>One that goes on after midnight becomes two: the rest of this day, and the beginning of the next.</summary>
    internal (OpenRange Today, OpenRange? Tomorrow) Split()
    {
        RefuseUnlessInDay();
        return To > From ? (this, null)
            : (this with { To = Day }, To == 0 ? null : new OpenRange(0, To));
    }

    /// <summary>In the order of the day, and apart from each other.</summary>
    /// <exception cref="RuleViolation"><c>business_hours.range</c>, <c>business_hours.overlap</c>, <c>business_hours.too_many_ranges</c>.</exception>
    internal static IReadOnlyList<OpenRange> Ordered(IEnumerable<OpenRange> ranges)
    {
        OpenRange[] day = [.. ranges.OrderBy(range => range.From)];
        if (day.Length > Limit)
            throw new RuleViolation("business_hours.too_many_ranges", $"A day has at most {Limit} ranges.", new Dictionary<string, object?> { ["limit"] = Limit });

        foreach (var range in day) range.RefuseUnlessForward();
        if (day.Zip(day.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
            throw new RuleViolation("business_hours.overlap", "Two ranges of one day overlap: let one end before the next begins.");

        return day;
    }

    private void RefuseUnlessForward()
    {
        RefuseUnlessInDay();
        if (To <= From) throw Wrong();
    }

    private void RefuseUnlessInDay()
    {
        if (From is < 0 or >= Day || To is < 0 or > Day || From == To) throw Wrong();
    }

    private static RuleViolation Wrong() => new("business_hours.range", "Give each range a beginning and another end, between 00:00 and 24:00.");
}
