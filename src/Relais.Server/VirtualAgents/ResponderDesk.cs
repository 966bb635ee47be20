using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Persistence;

namespace Relais.Server.VirtualAgents;

/// <summary>Where an administrator changes auto responders: what they name must be there, and their channels able to say it.</summary>
public sealed class ResponderDesk(RelaisDb db, DeputyDesk desk, ConnectedChannels channels)
{
    public Actor By => desk.By;

    public DateTimeOffset Now => desk.Now;

    public Task<AutoResponder?> Find(Guid id, CancellationToken cancel) => db.AutoResponders.SingleOrDefaultAsync(row => row.Id == id, cancel);

    public Task<int> Holds(Guid id, CancellationToken cancel) => desk.Holds(id, cancel);

    public Task Release(Guid id, CancellationToken cancel) => desk.Release(id, cancel);

    /// <exception cref="RuleViolation">What is wrong, with a code and the step the editor marks.</exception>
    public async Task Check(AutoResponder responder, CancellationToken cancel)
    {
        await desk.Check(responder, cancel);
        await RefuseUnknown(responder, cancel);
        foreach (var place in responder.Channels) await RefuseUnfit(responder, place.ChannelId, cancel);
    }

    private async Task RefuseUnknown(AutoResponder responder, CancellationToken cancel)
    {
        var steps = responder.Languages.SelectMany(one => one.InHours.Concat(one.OutOfHours)).ToList();
        await desk.RefuseUnknown(
            steps.SelectMany(step => step.Answers).Select(answer => answer.TopicId).Append(responder.OnTimeout.TopicId),
            steps.Select(step => step.ReasonId).Append(responder.OnTimeout.ReasonId), cancel);

        var attributes = await db.ReadAttributes(desk.OrganisationId, cancel);
        if (steps.Select(step => step.Attribute).OfType<string>().FirstOrDefault(alias => attributes.Find(alias) is not { ManagedByCrm: false }) is { } unknown)
            throw new RuleViolation("script.attribute.unknown", "Choose an attribute that may be written.", new Dictionary<string, object?> { ["alias"] = unknown });
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
