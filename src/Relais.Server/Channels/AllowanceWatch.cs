using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Shared;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>
/// Asks providers what they still grant, and has access renewed before it ends: what runs low is shown before it is gone. What a
/// provider does not tell stays as it was known last.
/// </summary>
public sealed class AllowanceWatch(
    IServiceScopeFactory scopes, ConnectedChannels channels, SettingsVault vault, TimeProvider clock, ILogger<AllowanceWatch> log) : Worker(clock, log)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Patrol = TimeSpan.FromMinutes(1);

    protected override async Task Round(CancellationToken cancel)
    {
        var due = await Claim(cancel);
        foreach (var id in due) await Look(id, cancel);
        if (due.Count < AtOnce) await Task.Delay(Patrol, Clock, cancel);
    }

    /// <summary>Asks for one channel at once.</summary>
    public async Task Look(Guid channelId, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is not { } channel) return;

        var kind = channels.KindOf(channel);
        if (await kind.Renew(channel, cancel) is { } renewed) channel = await Keep(channel, renewed, cancel);
        if (await kind.Allowances(channel, cancel) is { } allowances) await Change(channel, row => row.Grant(allowances, Clock.GetUtcNow()), cancel);
    }

    /// <summary>Moves the next look on before looking, so that nobody else asks the same.</summary>
    private async Task<IReadOnlyList<Guid>> Claim(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        var due = db.Channels.IgnoreQueryFilters().Where(channel => channel.AllowancesDueAt <= now && channel.Status != ChannelStatus.Disabled)
            .OrderBy(channel => channel.AllowancesDueAt).Take(AtOnce);
        return [.. (await db.Claim(Locks.ChannelStanding, due, channel => channel.AskAllowances(now), cancel)).Select(channel => channel.Id)];
    }

    /// <summary>An administrator may have given other settings meanwhile: his count.</summary>
    private async Task<ConnectedChannel> Keep(ConnectedChannel channel, object renewed, CancellationToken cancel)
    {
        var before = SettingsVault.Plain(channel.Settings);
        await Change(
            channel,
            row =>
            {
                if (SettingsVault.Plain(vault.Open(channels.KindOf(channel), row.OrganisationId, row.Id, row.SealedSettings)) != before) return;

                row.Configure(vault.Seal(row.OrganisationId, row.Id, renewed), Actor.System, Clock.GetUtcNow());
            },
            cancel);
        return channel with { Settings = renewed };
    }

    private async Task Change(ConnectedChannel channel, Action<Channel> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = channel.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        // Whoever listens may be writing down at this moment that the account does not work.
        await db.Dialect.Lock(db, Locks.ChannelStanding, cancel);
        if (await db.Channels.FirstOrDefaultAsync(row => row.Id == channel.Id && row.Status != ChannelStatus.Disabled, cancel) is not { } row) return;

        change(row);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }
}
