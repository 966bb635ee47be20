using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>Where an administrator changes virtual agents of any kind: what holds for all of them.</summary>
public sealed class DeputyDesk(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public Guid OrganisationId => me.OrganisationId;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How many conversations it has.</summary>
    public async Task<int> Holds(Guid id, CancellationToken cancel) => (await Held(id, cancel)).Count;

    /// <exception cref="RuleViolation"><c>virtual_agent.name.taken</c>, <c>virtual_agent.channel.taken</c>, <c>virtual_agent.channel.unknown</c>.</exception>
    public async Task Check(Deputy deputy, CancellationToken cancel)
    {
        if (await db.Deputies.AnyAsync(other => other.Key == deputy.Key && other.Id != deputy.Id, cancel))
            throw new RuleViolation("virtual_agent.name.taken", "Choose a name no other virtual agent has.");

        Guid[] wanted = [.. deputy.Channels.Select(one => one.ChannelId)];
        if (await db.Channels.CountAsync(channel => wanted.Contains(channel.Id), cancel) != wanted.Length)
            throw new RuleViolation("virtual_agent.channel.unknown", "Choose among the channels of this organisation.");
        if (deputy.Activation == Activation.Inception) await RefuseSecond(deputy, wanted, cancel);
    }

    /// <exception cref="RuleViolation"><c>script.topic.unknown</c>, <c>script.reason.unknown</c>.</exception>
    public async Task RefuseUnknown(IEnumerable<Guid?> topicIds, IEnumerable<Guid?> reasonIds, CancellationToken cancel)
    {
        Guid[] topics = [.. topicIds.OfType<Guid>().Distinct()];
        if (await db.Topics.CountAsync(topic => topics.Contains(topic.Id), cancel) != topics.Length)
            throw new RuleViolation("script.topic.unknown", "Choose among the topics of this organisation.");

        Guid[] reasons = [.. reasonIds.OfType<Guid>().Distinct()];
        if (await db.ResolveReasons.CountAsync(reason => reasons.Contains(reason.Id), cancel) != reasons.Length)
            throw new RuleViolation("script.reason.unknown", "Choose among the reasons of this organisation.");
    }

    /// <summary>What it holds goes to people at once.</summary>
    public async Task Release(Guid id, CancellationToken cancel) => await db.SetTimers(
        [.. (await Held(id, cancel)).Select(conversation => new TimerRow { Kind = HoldingTimer.Name, Subject = conversation, OrganisationId = me.OrganisationId, DueAt = Now })], cancel);

    private async Task<List<Guid>> Held(Guid id, CancellationToken cancel) =>
    [
        .. await db.ScriptRuns.Where(run => run.ResponderId == id).Select(run => run.Id).ToListAsync(cancel),
        .. await db.CustomRuns.Where(run => run.AgentId == id).Select(run => run.Id).ToListAsync(cancel),
    ];

    private async Task RefuseSecond(Deputy deputy, Guid[] wanted, CancellationToken cancel)
    {
        var first = await db.Deputies.AsNoTracking()
            .Where(other => other.Id != deputy.Id && other.Channels.Any(one => one.IsInception && wanted.Contains(one.ChannelId)))
            .OrderBy(other => other.Id).FirstOrDefaultAsync(cancel);
        if (first is null) return;

        var taken = first.Channels.Select(one => one.ChannelId).Intersect(wanted).ToArray();
        var names = await db.Channels.Where(channel => taken.Contains(channel.Id)).OrderBy(channel => channel.Name).Select(channel => channel.Name).ToListAsync(cancel);
        throw new RuleViolation(
            "virtual_agent.channel.taken",
            $"'{first.Name}' takes what begins there already.",
            new Dictionary<string, object?> { ["name"] = first.Name, ["channels"] = string.Join(", ", names) });
    }
}
