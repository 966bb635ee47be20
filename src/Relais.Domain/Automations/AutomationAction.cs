using System.Text.Json.Serialization;
using Relais.Domain.ResolveReasons;

namespace Relais.Domain.Automations;

/// <summary>What an automation does with a message it is for. A new one is a new record here; done twice is done once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TagWith), "tag")]
[JsonDerivedType(typeof(ApplyTopic), "topic")]
[JsonDerivedType(typeof(ResolveConversation), "resolve")]
public abstract record AutomationAction
{
    /// <summary>Says what is to be done, as far as it still can be: what it names may be archived or gone.</summary>
    internal abstract void Propose(Proposal to, AutomationWorld world);

    /// <summary>A topic is gone and another took its place.</summary>
    internal virtual AutomationAction Replace(Guid gone, Guid instead) => this;
}

/// <summary>Puts a tag on the message.</summary>
public sealed record TagWith(Guid TagId) : AutomationAction
{
    internal override void Propose(Proposal to, AutomationWorld world)
    {
        if (world.Tags.GetValueOrDefault(TagId) is { IsActive: true } tag) to.Tags.Add(tag);
    }
}

/// <summary>Says what the conversation is about.</summary>
public sealed record ApplyTopic(Guid TopicId) : AutomationAction
{
    internal override void Propose(Proposal to, AutomationWorld world)
    {
        if (world.Topics.GetValueOrDefault(TopicId) is { IsActive: true } topic) to.Topics.Add(topic);
    }

    internal override AutomationAction Replace(Guid gone, Guid instead) => TopicId == gone ? new ApplyTopic(instead) : this;
}

/// <summary>Ends the conversation that the message began.</summary>
/// <param name="ReasonId">Why; null where none is asked for.</param>
public sealed record ResolveConversation(Guid? ReasonId) : AutomationAction
{
    /// <summary>A reason that is no longer offered, or needs a comment nobody is there to write, is left out: whether it may end without one, the policy says.</summary>
    internal override void Propose(Proposal to, AutomationWorld world)
    {
        to.Resolves = true;
        if (ReasonId is { } id && world.Reasons.GetValueOrDefault(id) is { IsOffered: true, Comment: not CommentRule.Required } reason) to.Reason = reason;
    }
}
