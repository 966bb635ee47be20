using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Domain.Topics;
using Relais.Server.Persistence;

namespace Relais.Server.Automations;

/// <summary>
/// The automations of each organisation, read once and kept. What changes them, or what they name, counts up their edition in the
/// same transaction, so that the intake sees with one small look a batch whether what it keeps is still true. Nothing is held:
/// a message that comes in while a rule is saved may still follow the old one.
/// </summary>
public sealed class AutomationBook
{
    private const string Sequence = "automations";
    private const string EditionSql = "SELECT value FROM sequences WHERE organisation_id = @p0 AND name = @p1";

    private static readonly AutomationRules None = new([], World([], [], [], null, Guid.Empty));

    private readonly ConcurrentDictionary<Guid, (long Edition, AutomationRules Rules)> kept = new();

    public async Task<IReadOnlyDictionary<Guid, AutomationRules>> Open(RelaisDb db, IEnumerable<Guid> organisationIds, CancellationToken cancel)
    {
        var rules = new Dictionary<Guid, AutomationRules>();
        foreach (var id in organisationIds.Distinct()) rules[id] = await Open(db, id, cancel);
        return rules;
    }

    /// <summary>In this transaction, what others have kept goes out of date when it commits.</summary>
    public static async Task Renew(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        foreach (var organisationId in events.Where(ChangesRules).Select(happened => happened.OrganisationId).Distinct().Order())
            await db.Count(organisationId, Sequence, 1, cancel);
    }

    public static async Task<AutomationWorld> World(RelaisDb db, Guid organisationId, CancellationToken cancel) => World(
        await db.Tags.IgnoreQueryFilters().AsNoTracking().Where(tag => tag.OrganisationId == organisationId && tag.State != TagState.Removed).ToListAsync(cancel),
        await db.Topics.IgnoreQueryFilters().AsNoTracking().Where(topic => topic.OrganisationId == organisationId && topic.State != TopicState.Removed).ToListAsync(cancel),
        await db.ResolveReasons.IgnoreQueryFilters().AsNoTracking().Where(reason => reason.OrganisationId == organisationId).ToListAsync(cancel),
        await db.ResolvePolicies.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(policy => policy.OrganisationId == organisationId, cancel),
        organisationId);

    private async Task<AutomationRules> Open(RelaisDb db, Guid organisationId, CancellationToken cancel)
    {
        var edition = await db.Dialect.ExecuteScalar<long?>(db, EditionSql, [organisationId, Sequence], cancel);
        if (edition is null) return None;
        if (kept.TryGetValue(organisationId, out var known) && known.Edition == edition) return known.Rules;

        var automations = await db.Automations.IgnoreQueryFilters().AsNoTracking()
            .Where(one => one.OrganisationId == organisationId && one.IsEnabled).OrderBy(one => one.Place).ThenBy(one => one.Id).ToListAsync(cancel);
        var rules = automations.Count == 0 ? None : new AutomationRules(automations, await World(db, organisationId, cancel));
        kept[organisationId] = (edition.Value, rules);
        return rules;
    }

    private static AutomationWorld World(List<Tag> tags, List<Topic> topics, List<ResolveReason> reasons, ResolvePolicy? policy, Guid organisationId) => new(
        tags.ToDictionary(tag => tag.Id), topics.ToDictionary(topic => topic.Id), reasons.ToDictionary(reason => reason.Id), policy ?? new ResolvePolicy(organisationId));

    private static bool ChangesRules(DomainEvent happened) =>
        happened is AutomationChanged or TagChanged or TopicChanged or ResolveReasonChanged or ResolvePolicyChanged;
}
