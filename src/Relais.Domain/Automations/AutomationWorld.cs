using Relais.Domain.ResolveReasons;
using Relais.Domain.Tags;
using Relais.Domain.Topics;

namespace Relais.Domain.Automations;

/// <summary>What automations may put on messages and conversations, and what is asked before one ends.</summary>
public sealed record AutomationWorld(
    IReadOnlyDictionary<Guid, Tag> Tags,
    IReadOnlyDictionary<Guid, Topic> Topics,
    IReadOnlyDictionary<Guid, ResolveReason> Reasons,
    ResolvePolicy Policy);

/// <summary>What one automation would do with a message.</summary>
public sealed class Proposal(Automation automation)
{
    public Automation Automation => automation;

    public HashSet<Tag> Tags { get; } = [];

    public HashSet<Topic> Topics { get; } = [];

    public bool Resolves { get; internal set; }

    public ResolveReason? Reason { get; internal set; }
}
