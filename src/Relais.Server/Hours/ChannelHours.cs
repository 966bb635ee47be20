using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Hours;
using Relais.Server.Channels.Connect;
using Relais.Server.Persistence;

namespace Relais.Server.Hours;

/// <summary>The business hours of a channel, as a screen needs them to say "closed, opens Monday 09:00" by its own clock.</summary>
/// <param name="Openings">The open stretches from now on, for two weeks at least, and the next one however far; none = it never opens.</param>
public sealed record ChannelHours(Guid Id, string Name, IReadOnlyList<Opening> Openings)
{
    private static readonly TimeSpan Outlook = TimeSpan.FromDays(14);

    public static IReadOnlyList<Opening> OpeningsOf(Timetable timetable, DateTimeOffset now)
    {
        Opening[] soon = [.. timetable.Openings(now, now + Outlook)];
        return soon.Length > 0 || timetable.NextOpening(now) is not { } next ? soon : [.. timetable.Openings(next, next + Outlook).Take(1)];
    }
}

/// <summary>The business hours of channels, for their views.</summary>
public sealed class HoursBoard(RelaisDb db, TimeProvider clock)
{
    private Dictionary<Guid, BusinessHours>? known;

    /// <summary>The view with the hours of its channel.</summary>
    public async Task<TView> On<TView>(TView view, Channel channel, CancellationToken cancel)
        where TView : ChannelView => (TView)(view with { Hours = await Of(channel, cancel) });

    private async Task<ChannelHours?> Of(Channel channel, CancellationToken cancel)
    {
        if (channel.HoursId is not { } id) return null;

        known ??= await db.BusinessHours.AsNoTracking().ToDictionaryAsync(hours => hours.Id, cancel);
        return known.TryGetValue(id, out var hours) ? new ChannelHours(id, hours.Name, ChannelHours.OpeningsOf(hours.Timetable, clock.GetUtcNow())) : null;
    }
}
