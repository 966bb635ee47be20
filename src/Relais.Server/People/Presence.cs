using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>Who is here: a member is present while at least one of his connections is. Two tabs are one person.</summary>
public sealed class Presence(IHubContext<LiveHub> hub, IServiceScopeFactory scopes, Wake wake)
{
    private readonly ConcurrentDictionary<string, Connection> connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Availability> availabilities = new();

    public async Task Arrive(Guid organisationId, Guid memberId, HubCallerContext caller)
    {
        connections[caller.ConnectionId] = new Connection(organisationId, memberId, caller);
        await Tell(organisationId, memberId, CancellationToken.None);
    }

    public async Task Depart(Guid organisationId, Guid memberId, string connectionId)
    {
        connections.TryRemove(connectionId, out _);
        await Tell(organisationId, memberId, CancellationToken.None);
    }

    /// <summary>Everybody who is here. Who is missing is offline.</summary>
    public IReadOnlyList<PresenceView> Of(Guid organisationId) =>
    [
        .. connections.Values.Where(connection => connection.OrganisationId == organisationId)
            .Select(connection => connection.MemberId).Distinct()
            .Select(id => new PresenceView(id, StateOf(id))),
    ];

    public PresenceState StateOf(Guid memberId) =>
        !connections.Values.Any(connection => connection.MemberId == memberId) ? PresenceState.Offline
        : availabilities.GetValueOrDefault(memberId) == Availability.Away ? PresenceState.Away
        : PresenceState.Available;

    /// <summary>His right to be here, or to see what he sees, has changed: his connections end, and may come back.</summary>
    public async Task Dismiss(Guid memberId, string reason)
    {
        foreach (var (id, connection) in connections.Where(entry => entry.Value.MemberId == memberId))
        {
            await hub.Clients.Client(id).SendAsync("bye", reason);
            connection.Caller.Abort();
        }
    }

    /// <summary>He came, left, or changed his availability.</summary>
    public async Task Tell(Guid organisationId, Guid memberId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == memberId, cancel);
        availabilities[memberId] = member?.Availability ?? Availability.Available;
        await hub.Clients.Group(LiveHub.OrganisationGroup(organisationId))
            .SendAsync("presence", new[] { new PresenceView(memberId, StateOf(memberId)) }, cancel);
        wake.Assignment.Ring();
    }

    private sealed record Connection(Guid OrganisationId, Guid MemberId, HubCallerContext Caller);
}

public enum PresenceState
{
    Available,
    Away,
    Offline,
}

/// <summary>Whether one member is here.</summary>
public sealed record PresenceView(Guid MemberId, PresenceState Presence);
