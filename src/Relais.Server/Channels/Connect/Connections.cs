using System.Text.Json.Nodes;
using Relais.Domain.Channels;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Connect;

/// <summary>Connects channels and shows them: between the domain's sealed settings and the kind that understands them.</summary>
public sealed class Connections(ChannelCatalogue catalogue, SettingsVault vault, RelaisSettings settings, TimeProvider clock)
{
    /// <exception cref="RuleViolation"><c>channel.kind.unknown</c>, or a field is wrong.</exception>
    public Channel Connect(Guid organisationId, NewChannel wanted, Actor by, Guid? id = null)
    {
        var kind = KindOf(wanted.Kind) ?? throw new RuleViolation("channel.kind.unknown", "Choose one of /channel-kinds.");
        var filled = new SettingsForm(kind).Fill(null, wanted.Settings);
        var channelId = id ?? Ids.Next();
        return new Channel(organisationId, kind.Name, wanted.Name, vault.Seal(organisationId, channelId, filled), by, clock.GetUtcNow(), channelId);
    }

    public void Configure(Channel channel, JsonObject given, Actor by)
    {
        var kind = KindOf(channel.Kind) ?? throw new RuleViolation("channel.kind.unknown", "This version does not have this kind of channel.");
        var filled = new SettingsForm(kind).Fill(Open(channel)?.Settings, given);
        channel.Configure(vault.Seal(channel.OrganisationId, channel.Id, filled), by, clock.GetUtcNow());
    }

    /// <summary>Closes its doors and forgets its secrets; what was said on it stays.</summary>
    public void Disconnect(Channel channel, Actor by)
    {
        if (KindOf(channel.Kind) is { } kind)
            channel.Configure(vault.Seal(channel.OrganisationId, channel.Id, SettingsForm.Standard(kind)), by, clock.GetUtcNow());
        channel.Disable(by, clock.GetUtcNow());
    }

    public ChannelView Show(Channel channel)
    {
        var opened = Open(channel);
        var can = opened is null ? new Capabilities() : KindOf(channel.Kind)!.CapabilitiesOf(opened);
        return new ChannelView(
            channel.Id,
            channel.Name,
            channel.Kind,
            opened is null ? ChannelStatus.Failing : channel.Status,
            opened is null ? SealedSettings.Sentence : channel.Problem,
            CapabilitiesView.Of(can),
            channel.Everyone,
            [.. channel.Access.Where(access => access.TeamId is not null).Select(access => access.TeamId!.Value).Order()],
            [.. channel.Access.Where(access => access.MemberId is not null).Select(access => access.MemberId!.Value).Order()],
            channel.AutoAssignOnReply) { RunsLow = channel.RunsLow };
    }

    public ChannelDetail ShowWhole(Channel channel, Uri publicUrl)
    {
        var view = Show(channel);
        if (Open(channel) is not { } opened) return new ChannelDetail(view, new Dictionary<string, object?>(), new Dictionary<string, string>());

        var kind = KindOf(channel.Kind)!;
        return new ChannelDetail(view, new SettingsForm(kind).Show(opened.Settings), kind.Connection(opened, settings.PublicUrl ?? publicUrl));
    }

    /// <summary>Null when the kind is not part of this version, or the keys are lost.</summary>
    private ConnectedChannel? Open(Channel channel) =>
        KindOf(channel.Kind) is { } kind && vault.TryOpen(kind, channel.OrganisationId, channel.Id, channel.SealedSettings, out var opened)
            ? new ConnectedChannel(channel.Id, channel.OrganisationId, channel.Kind, channel.Name, opened)
            : null;

    private ChannelKind? KindOf(string? name) => name is null ? null : catalogue.Find(name);
}

/// <summary>What an administrator fills in to connect a channel.</summary>
public sealed record NewChannel(string Kind, string Name, JsonObject? Settings);
