using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Hours;
using Relais.Domain.ResolveReasons;
using Relais.Domain.VirtualAgents;
using Relais.Server.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.VirtualAgents;

/// <summary>What virtual agents need from the store, each looked up once in a transaction. Whose organisation it is follows from what is asked about.</summary>
public sealed class ResponderShelf(RelaisDb db, ContactBooks books, TimeProvider clock)
{
    private readonly Dictionary<Guid, Deputy?> inceptions = [];
    private readonly Dictionary<Guid, ScriptRun?> runs = [];
    private readonly Dictionary<Guid, CustomRun?> customRuns = [];
    private readonly Dictionary<Guid, bool> on = [];

    /// <summary>The one that takes what begins on a channel; null when there is none, or it is turned off.</summary>
    public async Task<Deputy?> InceptionOn(Guid channelId, CancellationToken cancel)
    {
        if (inceptions.TryGetValue(channelId, out var known)) return known;

        return inceptions[channelId] = await db.Deputies.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.IsEnabled && row.Channels.Any(one => one.ChannelId == channelId && one.IsInception)).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
    }

    public async Task<ScriptRun?> RunOf(Guid conversationId, CancellationToken cancel)
    {
        if (runs.TryGetValue(conversationId, out var known)) return known;

        return runs[conversationId] = await db.ScriptRuns.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == conversationId, cancel);
    }

    public async Task<CustomRun?> CustomRunOf(Guid conversationId, CancellationToken cancel)
    {
        if (customRuns.TryGetValue(conversationId, out var known)) return known;

        return customRuns[conversationId] = await db.CustomRuns.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == conversationId, cancel);
    }

    /// <summary>What was written within this transaction is newer than what is read.</summary>
    public void Remember(ScriptRun run) => runs[run.Id] = run;

    /// <inheritdoc cref="Remember(ScriptRun)"/>
    public void Remember(CustomRun run) => customRuns[run.Id] = run;

    /// <summary>Whether a virtual agent is still there and turned on.</summary>
    public async Task<bool> IsOn(VirtualAgent agent, CancellationToken cancel)
    {
        if (on.TryGetValue(agent.Id, out var known)) return known;

        return on[agent.Id] = await db.Deputies.IgnoreQueryFilters().AnyAsync(row => row.Id == agent.Id && row.IsEnabled, cancel);
    }

    /// <summary>Within a transaction: the attributes stay as they are until it ends.</summary>
    public async Task<ScriptProps> PropsOf(ScriptRun run, CancellationToken cancel) =>
        await PropsOf(run, (await books.Of(db, run.OrganisationId, cancel)).Attributes, cancel);

    public Task<ScriptProps> PropsOf(ScriptRun run, AttributeBook attributes, CancellationToken cancel)
    {
        var plan = run.Plan;
        Guid[] topicIds = [.. plan.Script.Steps.SelectMany(step => step.Answers).Select(answer => answer.TopicId).Append(plan.OnTimeout.TopicId).OfType<Guid>().Distinct()];
        Guid[] reasonIds = [.. plan.Script.Steps.Select(step => step.ReasonId).Append(plan.OnTimeout.ReasonId).OfType<Guid>().Distinct()];
        return PropsOf(run.OrganisationId, attributes, topicIds, reasonIds, cancel);
    }

    public async Task<ScriptProps> PropsOf(Guid organisationId, AttributeBook attributes, Guid[] topicIds, Guid[] reasonIds, CancellationToken cancel)
    {
        var topics = topicIds.Length == 0 ? [] : await db.Topics.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.OrganisationId == organisationId && topicIds.Contains(row.Id)).ToListAsync(cancel);
        var reasons = reasonIds.Length == 0 ? [] : await db.ResolveReasons.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.OrganisationId == organisationId && reasonIds.Contains(row.Id)).ToListAsync(cancel);
        return new ScriptProps(
            attributes, topics.ToDictionary(row => row.Id), reasons.ToDictionary(row => row.Id), new ResolvePolicy(organisationId));
    }

    /// <summary>What it says to somebody now; null when that is nothing.</summary>
    public async Task<ScriptPlan?> PlanFor(AutoResponder responder, Contact contact, string firstWords, Guid channelId, CancellationToken cancel)
    {
        var language = await db.Organisations.Where(row => row.Id == responder.OrganisationId).Select(row => row.Language).FirstAsync(cancel);
        var timetable = await db.Channels.IgnoreQueryFilters().Where(row => row.Id == channelId)
            .Join(db.BusinessHours.IgnoreQueryFilters(), row => row.HoursId, hours => hours.Id, (_, hours) => hours.Timetable)
            .FirstOrDefaultAsync(cancel) ?? Timetable.Always;
        return ScriptPlan.Of(responder, responder.LanguageFor(contact.Language, firstWords, language), timetable.IsOpen(clock.GetUtcNow()));
    }

    /// <summary>Whether a contact's last conversation ended so lately that he is not greeted again.</summary>
    public async Task<bool> WasHereLately(AutoResponder responder, Guid contactId, DateTimeOffset now, CancellationToken cancel)
    {
        if (responder.InactiveHours == 0) return false;

        var since = now - TimeSpan.FromHours(responder.InactiveHours);
        return await db.Conversations.IgnoreQueryFilters().AnyAsync(
            row => row.OrganisationId == responder.OrganisationId && row.ContactId == contactId && row.State == ConversationState.Resolved && row.ResolvedAt > since, cancel);
    }
}
