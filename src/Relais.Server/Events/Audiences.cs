using System.Collections.Concurrent;
using Relais.Server.Security;

namespace Relais.Server.Events;

/// <summary>
/// Who listens, grouped by what they may see: an event is filtered and serialised once for all who may see the same, not
/// once for each connection.
/// </summary>
public sealed class Audiences
{
    private readonly ConcurrentDictionary<string, Audience> connections = new(StringComparer.Ordinal);

    public IEnumerable<Guid> Organisations => connections.Values.Select(audience => audience.OrganisationId).Distinct();

    public IEnumerable<Audience> Of(Guid organisationId) => connections.Values
        .Where(audience => audience.OrganisationId == organisationId)
        .DistinctBy(audience => audience.Name, StringComparer.Ordinal);

    public Audience Join(string connectionId, Guid organisationId, Sight sight) =>
        connections[connectionId] = new Audience(organisationId, sight);

    public void Leave(string connectionId) => connections.TryRemove(connectionId, out _);
}

/// <summary>All who may see the same of an organisation.</summary>
public sealed class Audience(Guid organisationId, Sight sight)
{
    public Guid OrganisationId { get; } = organisationId;

    public string Name { get; } = $"{organisationId:N}:{sight.Name}";

    /// <summary>The event as this audience gets it; null when it gets nothing.</summary>
    public string? Hears(LiveEvent happened) => Glimpse.Of(happened, sight);
}
