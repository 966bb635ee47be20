using Relais.Domain.Shared;

namespace Relais.Domain.Hours;

/// <summary>A day that is not like its weekday.</summary>
/// <param name="Name">What it is called: "Noël".</param>
/// <param name="Date">The day, in the zone of the business hours.</param>
/// <param name="EveryYear">Whether the same day of every other year is one too.</param>
/// <param name="Hours">When somebody is there all the same; none = closed.</param>
public sealed record Holiday(string Name, DateOnly Date, bool EveryYear, IReadOnlyList<OpenRange> Hours)
{
    public const int NameLimit = 120;

    public bool Is(DateOnly day) => day == Date || (EveryYear && day.Month == Date.Month && day.Day == Date.Day);

    /// <exception cref="RuleViolation"><c>holiday.name.required</c>, <c>holiday.name.too_long</c>, and what its ranges refuse.</exception>
    internal Holiday Checked() => this with { Name = Texts.Required(Name, NameLimit, "holiday.name"), Hours = OpenRange.Ordered(Hours) };
}
