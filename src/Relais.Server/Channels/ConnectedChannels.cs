using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>
/// Connected channels with their settings opened, for doors, intake and outbox. Kept for a moment: what changes in this
/// process is seen at once, what another node changes within two seconds.
/// </summary>
public sealed class ConnectedChannels(
    IServiceScopeFactory scopes, ChannelCatalogue catalogue, SettingsVault vault, TimeProvider clock) : IEventTap
{
    private static readonly string ChannelChanges = EventView.KindOf<ChannelChanged>();

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    /// <summary>Another one after each change: what was read while something changed goes into the one nobody looks into any more.</summary>
    private volatile ConcurrentDictionary<Guid, (ConnectedChannel? Channel, DateTimeOffset ReadAt)> known = new();

    /// <summary>Null when there is none, it is disabled, or its kind is not part of this version.</summary>
    public async Task<ConnectedChannel?> Find(Guid id, CancellationToken cancel)
    {
        if (Fresh(id) is { } entry) return entry.Channel;

        await using var scope = scopes.CreateAsyncScope();
        return await Read(scope.ServiceProvider.GetRequiredService<RelaisDb>(), id, cancel);
    }

    /// <summary>The same, for who holds something meanwhile: a second connection beside his may be one that all wait for.</summary>
    public async Task<ConnectedChannel?> Find(RelaisDb db, Guid id, CancellationToken cancel) => Fresh(id) is { } entry ? entry.Channel : await Read(db, id, cancel);

    public ChannelKind KindOf(ConnectedChannel channel) =>
        catalogue.Find(channel.Kind) ?? throw new InvalidOperationException($"There is no channel kind '{channel.Kind}'.");

    public Capabilities CapabilitiesOf(ConnectedChannel channel) => KindOf(channel).CapabilitiesOf(channel);

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => happened.Kind == ChannelChanges)) known = new();
    }

    private (ConnectedChannel? Channel, DateTimeOffset ReadAt)? Fresh(Guid id) =>
        known.TryGetValue(id, out var entry) && clock.GetUtcNow() - entry.ReadAt < Freshness ? entry : null;

    private async Task<ConnectedChannel?> Read(RelaisDb db, Guid id, CancellationToken cancel)
    {
        var (now, asOfNow) = (clock.GetUtcNow(), known);
        var channel = await Open(db, id, cancel);
        asOfNow[id] = (channel, now);
        return channel;
    }

    private async Task<ConnectedChannel?> Open(RelaisDb db, Guid id, CancellationToken cancel)
    {
        var channel = await db.Channels.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (channel is null or { Status: ChannelStatus.Disabled } || catalogue.Find(channel.Kind) is not { } kind) return null;

        var settings = vault.Open(kind, channel.OrganisationId, channel.Id, channel.SealedSettings);
        return new ConnectedChannel(channel.Id, channel.OrganisationId, channel.Kind, channel.Name, settings) { Learned = await ChannelMemory.LearnedOf(db, id, cancel) };
    }
}
