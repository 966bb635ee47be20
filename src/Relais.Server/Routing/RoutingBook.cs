using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Routing;
using Relais.Domain.Topics;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>
/// The rules of each organisation, read once and kept. Every change of a rule counts up their edition in the same transaction, so
/// that a node sees with one small look whether what it keeps is still true. A turn that routes holds the edition it routes by
/// until it commits: who saves a rule waits for it, and what was routed by the old ones is there when all is routed again.
/// </summary>
public sealed class RoutingBook
{
    /// <summary>The sequence that counts changes of rules.</summary>
    internal const string Sequence = "routing";

    private const string EditionSql = "SELECT value FROM sequences WHERE organisation_id = @p0 AND name = @p1";

    private readonly ConcurrentDictionary<Guid, (long Edition, RoutingRules Rules)> kept = new();

    public async Task<RoutingRules> Open(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await Edition(db, organisationId, cancel);
        if (edition == 0) return RoutingRules.None;
        if (kept.TryGetValue(organisationId, out var known) && known.Edition == edition) return known.Rules;

        var rules = await Read(db, organisationId, cancel);
        kept[organisationId] = (edition, rules);
        return rules;
    }

    /// <summary>Outside a turn nothing follows from what is read, and nothing is held.</summary>
    private static async Task<long> Edition(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            return await db.Sequences.IgnoreQueryFilters().AsNoTracking()
                .Where(row => row.OrganisationId == organisationId && row.Name == Sequence).Select(row => row.Value).FirstOrDefaultAsync(cancel);
        }

        return await db.Dialect.ExecuteScalar<long?>(db, EditionSql + db.Dialect.Holding, [organisationId, Sequence], cancel)
            ?? await db.Count(organisationId, Sequence, 0, cancel);
    }

    /// <summary>As the store says now. A turn that changes rules itself must not keep them: it may not commit.</summary>
    public static async Task<RoutingRules> Read(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var sets = await db.SkillSets.IgnoreQueryFilters().AsNoTracking()
            .Where(set => set.OrganisationId == organisationId && set.IsEnabled).OrderBy(set => set.Id).ToListAsync(cancel);
        var policy = await db.RoutingPolicies.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.OrganisationId == organisationId, cancel);
        return new RoutingRules(
            [.. sets.Select(Skill.Of)], policy?.FallbackTeamIds ?? [], policy?.Priorities ?? [], await World(db, organisationId, cancel));
    }

    public static async Task<RoutingWorld> World(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var topics = await db.Topics.IgnoreQueryFilters().AsNoTracking()
            .Where(topic => topic.OrganisationId == organisationId && topic.State != TopicState.Removed).ToListAsync(cancel);
        var teams = await db.Teams.IgnoreQueryFilters().Where(team => team.OrganisationId == organisationId)
            .Select(team => new { team.Id, team.Name }).ToListAsync(cancel);
        var groups = await db.ContactGroups.IgnoreQueryFilters().Where(group => group.OrganisationId == organisationId)
            .Select(group => new { group.Id, group.Name }).ToListAsync(cancel);
        var channels = await db.Channels.IgnoreQueryFilters().AsNoTracking().Where(channel => channel.OrganisationId == organisationId).ToListAsync(cancel);
        return new RoutingWorld(
            new TopicTree(topics),
            channels.Where(channel => !channel.Everyone).ToDictionary(
                channel => channel.Id,
                channel => (IReadOnlySet<Guid>)channel.Access.Where(access => access.TeamId is not null).Select(access => access.TeamId!.Value).ToHashSet()),
            teams.ToDictionary(team => team.Id, team => team.Name),
            channels.Select(channel => (channel.Id, channel.Name)).Concat(groups.Select(group => (group.Id, group.Name)))
                .ToDictionary(named => named.Id, named => named.Name));
    }
}
