using System.Collections.Concurrent;
using Relais.Server.Jobs;

namespace Relais.Server.Channels;

/// <summary>
/// Asks providers for messages of which they tell nothing but that there is one, beside the intake and never in its way. Such a message
/// waits in the journal, so that nothing is lost when this node ends, and what the provider answers comes through the journal as well.
/// </summary>
public sealed class Inquiries(ConnectedChannels channels, Journal journal, ChannelStanding standing, TimeProvider clock, ILogger<Inquiries> log)
    : Worker(clock, log)
{
    private const int AtOnce = 4;
    private const int Room = 10_000;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>So long a message waits for what its provider answers; then it is taken in as it was told.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(Guid ChannelId, string Inquiry), Open> all = new();
    private readonly Bell rung = new(clock);

    /// <summary>Returns at once. The intake says it again for as long as the message waits.</summary>
    internal void Ask(Fact fact)
    {
        if (fact.Inbound is not MessageIn { Inquiry: { } inquiry } || all.Count >= Room) return;

        if (all.TryAdd((fact.Channel.Id, inquiry), new Open(1, Clock.GetUtcNow(), fact.Item.ReceivedAt + Patience))) rung.Ring();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        foreach (var (key, _) in all.Where(entry => entry.Value.Until <= now)) all.TryRemove(key, out _);
        var due = all.Where(entry => entry.Value.DueAt <= now).OrderBy(entry => entry.Value.DueAt).Take(AtOnce).ToList();
        await Task.WhenAll(due.Select(entry => Inquire(entry.Key, entry.Value, cancel)));
        if (due.Count == 0) await rung.Wait(Idle, cancel);
    }

    /// <summary>It stays in the list until it was answered, or the intake, which says it again meanwhile, would have it asked twice.</summary>
    private async Task Inquire((Guid ChannelId, string Inquiry) key, Open one, CancellationToken cancel)
    {
        if (await channels.Find(key.ChannelId, cancel) is { } channel)
        {
            var inquired = await channels.KindOf(channel).Inquire(channel, key.Inquiry, cancel);
            if (inquired is Inquired.TryLater later)
            {
                all[key] = one with { Tries = one.Tries + 1, DueAt = Clock.GetUtcNow() + (later.After ?? BackOff(one.Tries)) };
                return;
            }

            await new Letterbox(channel, journal, standing, Clock).Put($"inquiry:{key.Inquiry}", ((Inquired.As)inquired).Body, cancel);
        }

        all.TryRemove(key, out _);
    }

    private static TimeSpan BackOff(int tries) => TimeSpan.FromSeconds(Math.Pow(3, tries));

    private readonly record struct Open(int Tries, DateTimeOffset DueAt, DateTimeOffset Until);
}
