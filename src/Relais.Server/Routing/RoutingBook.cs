using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Routing;
using Relais.Domain.Topics;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>
/// The rules of each organisation, read once and kept. Every change of a rule counts up a number in the same transaction, so
/// that a node sees with one small look whether what it keeps is still true.
/// </summary>
public sealed class RoutingBook
{
    /// <summary>The sequence that counts changes of rules.</summary>
    internal const string Sequence = "routing";

    private readonly ConcurrentDictionary<Guid, (long Edition, RoutingRules Rules)> kept = new();

    public async Task<RoutingRules> Open(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await db.Sequences.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.OrganisationId == organisationId && row.Name == Sequence).Select(row => (long?)row.Value).FirstOrDefaultAsync(cancel);
        if (edition is null) return RoutingRules.None;
        if (kept.TryGetValue(organisationId, out var known) && known.Edition == edition) return known.Rules;

        var rules = await Read(db, organisationId, cancel);
        kept[organisationId] = (edition.Value, rules);
        return rules;
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
        var channels = await db.Channels.IgnoreQueryFilters().AsNoTracking().Where(channel => channel.OrganisationId == organisationId).ToListAsync(cancel);
        return new RoutingWorld(
            new TopicTree(topics),
            channels.Where(channel => !channel.Everyone).ToDictionary(
                channel => channel.Id,
                channel => (IReadOnlySet<Guid>)channel.Access.Where(access => access.TeamId is not null).Select(access => access.TeamId!.Value).ToHashSet()),
            teams.ToDictionary(team => team.Id, team => team.Name),
            channels.ToDictionary(channel => channel.Id, channel => channel.Name));
    }
}
