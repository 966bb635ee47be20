using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Hours;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Hours;

/// <summary>Business hours with the channels that keep them.</summary>
public sealed record BusinessHoursView(Guid Id, string Name, TimetableView Timetable, IReadOnlyList<Guid> ChannelIds, int Version)
{
    public static BusinessHoursView Of(BusinessHours hours, IEnumerable<Guid> channelIds) =>
        new(hours.Id, hours.Name, TimetableView.Of(hours.Timetable), [.. channelIds.Order()], hours.Version);
}

/// <summary>When somebody is there.</summary>
/// <param name="Zone">An IANA time zone: <c>Europe/Paris</c>.</param>
/// <param name="Week">Seven days, Monday first; each with its ranges in minutes since midnight. One that ends before it begins goes on after midnight.</param>
/// <param name="Holidays">Days that are not like their weekday.</param>
public sealed record TimetableView(string Zone, IReadOnlyList<IReadOnlyList<OpenRange>> Week, IReadOnlyList<HolidayView>? Holidays)
{
    public static TimetableView Of(Timetable timetable) =>
        new(timetable.Zone, timetable.Week.Days, [.. timetable.Holidays.Select(HolidayView.Of)]);

    public Timetable ToTimetable() =>
        new(Zone, new Week([.. (Week ?? []).Select(day => day ?? [])]), [.. (Holidays ?? []).Select(holiday => holiday.ToHoliday())]);
}

/// <param name="Hours">When somebody is there all the same; none = closed.</param>
public sealed record HolidayView(string Name, DateOnly Date, bool EveryYear, IReadOnlyList<OpenRange>? Hours)
{
    public static HolidayView Of(Holiday holiday) => new(holiday.Name, holiday.Date, holiday.EveryYear, holiday.Hours);

    public Holiday ToHoliday() => new(Name, Date, EveryYear, Hours ?? []);
}

/// <summary>Finding business hours, keeping names apart, and giving them to channels.</summary>
internal static class HoursShelf
{
    /// <summary>When somebody is there on a channel; without business hours, always.</summary>
    public static async Task<Timetable> TimetableOf(this RelaisDb db, Guid channelId, CancellationToken cancel) =>
        await db.Channels.Where(channel => channel.Id == channelId)
            .Join(db.BusinessHours, channel => channel.HoursId, hours => hours.Id, (_, hours) => hours.Timetable)
            .FirstOrDefaultAsync(cancel) ?? Timetable.Always;

    /// <exception cref="RuleViolation"><c>business_hours.name.taken</c>.</exception>
    public static async Task RefuseTakenName(this RelaisDb db, BusinessHours hours, CancellationToken cancel)
    {
        if (await db.BusinessHours.AnyAsync(one => one.Key == hours.Key && one.Id != hours.Id, cancel))
            throw new RuleViolation("business_hours.name.taken", "Choose a name no other business hours have.");
    }

    /// <summary>Exactly these channels keep them from now on.</summary>
    /// <param name="db">The store.</param>
    /// <param name="hours">The hours.</param>
    /// <param name="wanted">The channels.</param>
    /// <param name="move">Whether channels may be taken from other business hours: a channel keeps one at most.</param>
    /// <param name="desk">Who asks, and when.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="RuleViolation"><c>business_hours.channel.taken</c>, <c>business_hours.channel.unknown</c>.</exception>
    public static async Task GiveTo(
        this RelaisDb db, BusinessHours hours, IReadOnlyCollection<Guid> wanted, bool move, HoursDesk desk, CancellationToken cancel)
    {
        var channels = await db.Channels.Where(channel => wanted.Contains(channel.Id) || channel.HoursId == hours.Id).ToListAsync(cancel);
        Channel[] keepers = [.. channels.Where(channel => wanted.Contains(channel.Id))];
        if (keepers.Length != wanted.Distinct().Count())
            throw new RuleViolation("business_hours.channel.unknown", "Choose among the channels of this organisation.");

        Channel[] taken = [.. keepers.Where(channel => channel.HoursId is { } other && other != hours.Id)];
        if (taken.Length > 0 && !move)
            throw new RuleViolation(
                "business_hours.channel.taken",
                "These channels keep other business hours: move them, or leave them out.",
                new Dictionary<string, object?> { ["channels"] = string.Join(", ", taken.Select(channel => channel.Name)) });

        foreach (var channel in channels) channel.KeepHours(wanted.Contains(channel.Id) ? hours.Id : null, desk.By, desk.Now);
    }
}

/// <summary>Who changes business hours, and when.</summary>
public sealed class HoursDesk(CurrentMember me, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();
}
