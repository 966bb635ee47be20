namespace Relais.Domain.Privacy;

/// <summary>How long after a contact's last conversation was resolved everything that is known of him is deleted.</summary>
public enum AutoClear
{
    Never,
    AtOnce,
    OneHour,
    OneDay,
    SevenDays,
    ThirtyDays,
    NinetyDays,
    HalfAYear,
    OneYear,
}

public static class AutoClearDelays
{
    /// <summary>Null = never.</summary>
    public static TimeSpan? Delay(this AutoClear option) => option switch
    {
        AutoClear.AtOnce => TimeSpan.Zero,
        AutoClear.OneHour => TimeSpan.FromHours(1),
        AutoClear.OneDay => TimeSpan.FromDays(1),
        AutoClear.SevenDays => TimeSpan.FromDays(7),
        AutoClear.ThirtyDays => TimeSpan.FromDays(30),
        AutoClear.NinetyDays => TimeSpan.FromDays(90),
        AutoClear.HalfAYear => TimeSpan.FromDays(180),
        AutoClear.OneYear => TimeSpan.FromDays(365),
        _ => null,
    };
}
