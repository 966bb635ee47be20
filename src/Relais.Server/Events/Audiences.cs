using System.Collections.Concurrent;

namespace Relais.Server.Events;

/// <summary>
/// Who listens, grouped by what they may see: an event is filtered and serialised once for all who may see the same
/// channels, not once for each connection.
/// </summary>
public sealed class Audiences
{
    private readonly ConcurrentDictionary<string, Audience> connections = new(StringComparer.Ordinal);

    public IEnumerable<Guid> Organisations => connections.Values.Select(audience => audience.OrganisationId).Distinct();

    public IEnumerable<Audience> Of(Guid organisationId) => connections.Values
        .Where(audience => audience.OrganisationId == organisationId)
        .DistinctBy(audience => audience.Name, StringComparer.Ordinal);

    public Audience Join(string connectionId, Guid organisationId, IReadOnlySet<Guid>? channelIds) =>
        connections[connectionId] = new Audience(organisationId, channelIds);

    public void Leave(string connectionId) => connections.TryRemove(connectionId, out _);
}

/// <summary>All who may see the same channels of an organisation; null = all channels.</summary>
public sealed class Audience(Guid organisationId, IReadOnlySet<Guid>? channelIds)
{
    public Guid OrganisationId { get; } = organisationId;

    public string Name { get; } = channelIds is null
        ? $"{organisationId:N}:all"
        : $"{organisationId:N}:{string.Join(',', channelIds.Order().Select(id => id.ToString("N")))}";

    public bool MaySee(Guid? channelId) => channelId is null || channelIds is null || channelIds.Contains(channelId.Value);
}
