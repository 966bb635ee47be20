using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.VirtualAgents;

/// <summary>Where an administrator changes auto responders: what they name must be there, and their channels able to say it.</summary>
public sealed class ResponderDesk(RelaisDb db, ConnectedChannels channels, CurrentMember me, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<AutoResponder?> Find(Guid id, CancellationToken cancel) => db.AutoResponders.SingleOrDefaultAsync(row => row.Id == id, cancel);

    public Task<int> Holds(Guid id, CancellationToken cancel) => db.ScriptRuns.CountAsync(run => run.ResponderId == id, cancel);

    /// <exception cref="RuleViolation">What is wrong, with a code and the step the editor marks.</exception>
    public async Task Check(AutoResponder responder, CancellationToken cancel)
    {
        if (await db.AutoResponders.AnyAsync(other => other.Key == responder.Key && other.Id != responder.Id, cancel))
            throw new RuleViolation("auto_responder.name.taken", "Choose a name no other auto responder has.");

        await RefuseUnknown(responder, cancel);
        await RefuseSecond(responder, cancel);
        foreach (var place in responder.Channels) await RefuseUnfit(responder, place.ChannelId, cancel);
    }

    /// <summary>What it holds goes to people at once.</summary>
    public async Task Release(Guid id, CancellationToken cancel)
    {
        var held = await db.ScriptRuns.Where(run => run.ResponderId == id).Select(run => run.Id).ToListAsync(cancel);
        await db.SetTimers(
            [.. held.Select(conversation => new TimerRow { Kind = HoldingTimer.Name, Subject = conversation, OrganisationId = me.OrganisationId, DueAt = Now })], cancel);
    }

    private async Task RefuseUnknown(AutoResponder responder, CancellationToken cancel)
    {
        var steps = responder.Languages.SelectMany(one => one.InHours.Concat(one.OutOfHours)).ToList();
        Guid[] topics = [.. steps.SelectMany(step => step.Answers).Select(answer => answer.TopicId).Append(responder.OnTimeout.TopicId).OfType<Guid>().Distinct()];
        if (await db.Topics.CountAsync(topic => topics.Contains(topic.Id), cancel) != topics.Length)
            throw new RuleViolation("script.topic.unknown", "Choose among the topics of this organisation.");

        Guid[] reasons = [.. steps.Select(step => step.ReasonId).Append(responder.OnTimeout.ReasonId).OfType<Guid>().Distinct()];
        if (await db.ResolveReasons.CountAsync(reason => reasons.Contains(reason.Id), cancel) != reasons.Length)
            throw new RuleViolation("script.reason.unknown", "Choose among the reasons of this organisation.");

        var attributes = await db.ReadAttributes(me.OrganisationId, cancel);
        if (steps.Select(step => step.Attribute).OfType<string>().FirstOrDefault(alias => attributes.Find(alias) is not { ManagedByCrm: false }) is { } unknown)
            throw new RuleViolation("script.attribute.unknown", "Choose an attribute that may be written.", new Dictionary<string, object?> { ["alias"] = unknown });
    }

    private async Task RefuseSecond(AutoResponder responder, CancellationToken cancel)
    {
        Guid[] wanted = [.. responder.Channels.Select(one => one.ChannelId)];
        if (await db.Channels.CountAsync(channel => wanted.Contains(channel.Id), cancel) != wanted.Length)
            throw new RuleViolation("auto_responder.channel.unknown", "Choose among the channels of this organisation.");
        if (responder.Activation != Activation.Inception) return;

        var first = await db.AutoResponders.AsNoTracking()
            .Where(other => other.Id != responder.Id && other.Channels.Any(one => one.IsInception && wanted.Contains(one.ChannelId)))
            .OrderBy(other => other.Id).FirstOrDefaultAsync(cancel);
        if (first is null) return;

        var taken = first.Channels.Select(one => one.ChannelId).Intersect(wanted).ToArray();
        var names = await db.Channels.Where(channel => taken.Contains(channel.Id)).OrderBy(channel => channel.Name).Select(channel => channel.Name).ToListAsync(cancel);
        throw new RuleViolation(
            "auto_responder.channel.taken",
            $"'{first.Name}' takes what begins there already.",
            new Dictionary<string, object?> { ["name"] = first.Name, ["channels"] = string.Join(", ", names) });
    }

    /// <summary>A channel with buttons shows them as buttons or not at all: what does not fit is said here, and not to customers.</summary>
    private async Task RefuseUnfit(AutoResponder responder, Guid channelId, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is not { } channel || channels.CapabilitiesOf(channel).Choices is not { } limits) return;

        foreach (var one in responder.Languages)
        {
            foreach (var (steps, hours) in new[] { (one.InHours, "open"), (one.OutOfHours, "closed") })
            {
                for (var place = 1; place <= steps.Count; place++)
                {
                    var labels = steps[place - 1].Answers.Select(answer => answer.Label).ToList();
                    if (labels.Count > limits.Max) throw Unfit("script.answers.too_many_here", limits.Max);
                    if (labels.Any(label => label.Length > limits.MaxLabel)) throw Unfit("script.label.too_long_here", limits.MaxLabel);

                    RuleViolation Unfit(string code, int limit) => new(
                        code, "The channel cannot show this.",
                        new Dictionary<string, object?> { ["step"] = place, ["language"] = one.Language, ["hours"] = hours, ["channel"] = channel.Name, ["limit"] = limit });
                }
            }
        }
    }
}
