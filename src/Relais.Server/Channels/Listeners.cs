using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>
/// Keeps every channel that listens listening, on one node at a time: who listens holds a lease and renews it. A node that died
/// is followed by another when its lease ends; what both heard meanwhile is known by its key.
/// </summary>
public sealed partial class Listeners(
    IServiceScopeFactory scopes, ConnectedChannels channels, ChannelMemory memory, ListeningLine line, TimeProvider clock, ILogger<Listeners> log)
    : Worker(clock, log), IEventTap
{
    private const string LeaseKey = "listener";

    private static readonly string ChannelChanges = EventView.KindOf<ChannelChanged>();
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = Lease / 3;

    private readonly string holder = Guid.CreateVersion7().ToString();
    private readonly Bell changed = new(clock);
    private readonly Dictionary<Guid, Listening> under = [];

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => happened.Kind == ChannelChanges)) changed.Ring();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            foreach (var id in under.Keys.ToList()) await End(id, CancellationToken.None);
        }
    }

    protected override async Task Round(CancellationToken cancel)
    {
        var wanted = await Wanted(cancel);
        foreach (var id in under.Keys.Where(id => !wanted.TryGetValue(id, out var sealedSettings) || sealedSettings != under[id].SealedSettings).ToList())
            await End(id, cancel);
        foreach (var (id, sealedSettings) in wanted) await Keep(id, sealedSettings, cancel);
        await changed.Wait(Patrol, cancel);
    }

    /// <summary>The connected channels with their sealed settings, which are others whenever an administrator saved them.</summary>
    private async Task<Dictionary<Guid, string>> Wanted(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        return await db.Channels.IgnoreQueryFilters().AsNoTracking().Where(row => row.Status != ChannelStatus.Disabled)
            .ToDictionaryAsync(row => row.Id, row => row.SealedSettings, cancel);
    }

    private async Task Keep(Guid id, string sealedSettings, CancellationToken cancel)
    {
        if (await channels.Find(id, cancel) is not { } channel || !channels.KindOf(channel).Listens(channel)) return;

        var listening = under.GetValueOrDefault(id);
        if (listening is not null && Clock.GetUtcNow() - listening.HeldAt < Renewal) return;

        if (!await memory.Hold(id, LeaseKey, holder, Lease, cancel)) await End(id, cancel);
        else if (listening is null) Begin(channel, sealedSettings, cancel);
        else under[id] = listening with { HeldAt = Clock.GetUtcNow() };
    }

    private void Begin(ConnectedChannel channel, string sealedSettings, CancellationToken house)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(house);
        under[channel.Id] = new Listening(sealedSettings, line.Listen(channel, stop.Token), stop, Clock.GetUtcNow());
        LogBegun(Log, channel.Kind, channel.Id);
    }

    private async Task End(Guid id, CancellationToken cancel)
    {
        if (!under.Remove(id, out var listening)) return;

        await listening.Stop.CancelAsync();
        await listening.Line;
        listening.Stop.Dispose();
        await memory.LetGo(id, LeaseKey, holder, cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening at the provider of {Kind} {ChannelId}.")]
    private static partial void LogBegun(ILogger log, string kind, Guid channelId);

    private sealed record Listening(string SealedSettings, Task Line, CancellationTokenSource Stop, DateTimeOffset HeldAt);
}
