using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Domain.ResolveReasons;

/// <summary>How a conversation comes to its end. What is asked for differs from one way to another.</summary>
public enum ResolveWay
{
    ByHand,
    Bulk,
    AutoResolve,
    Automation,

    /// <summary>The contact who wrote is blocked; nothing is asked for.</summary>
    Blocked,

    /// <summary>The post it stands under is muted; nothing is asked for.</summary>
    Muted,

    /// <summary>A virtual agent has done what there was to do; nothing is asked for.</summary>
    VirtualAgent,

    /// <summary>Its contact was asked how it was, and it is over again as it was before.</summary>
    Survey,

    /// <summary>It goes on in another conversation of its contact; nothing is asked for.</summary>
    Merged,

    /// <summary>It was begun only to carry what many get, or a program sends; nothing is asked for.</summary>
    Broadcast,
}

/// <summary>One kind of conversations of one channel.</summary>
public sealed record ChannelScope(Guid ChannelId, Visibility Visibility);

/// <summary>Where something is asked for: of those who resolve by hand on some channels, and on the other ways.</summary>
public sealed record ResolveScopes(IReadOnlyList<ChannelScope> Channels, bool Bulk, bool AutoResolve, bool Automation)
{
    public static readonly ResolveScopes Nowhere = new([], Bulk: false, AutoResolve: false, Automation: false);

    public bool Cover(ResolveWay way, ChannelScope place) => way switch
    {
        ResolveWay.ByHand => Channels.Contains(place),
        ResolveWay.Bulk => Bulk,
        ResolveWay.AutoResolve => AutoResolve,
        ResolveWay.Automation => Automation,
        _ => false,
    };
}

/// <summary>What an organisation asks for before a conversation ends: where a reason, where a topic.</summary>
public sealed class ResolvePolicy : Entity
{
    private ResolvePolicy()
    {
    }

    public ResolvePolicy(Guid organisationId) => OrganisationId = organisationId;

    public ResolveScopes Reasons { get; private set; } = ResolveScopes.Nowhere;

    public ResolveScopes Topics { get; private set; } = ResolveScopes.Nowhere;

    /// <summary>Null leaves one of them as it is.</summary>
    public void Ask(ResolveScopes? reasons, ResolveScopes? topics, Actor by, DateTimeOffset at)
    {
        Reasons = reasons ?? Reasons;
        Topics = topics ?? Topics;
        Record(new ResolvePolicyChanged(by, at));
    }

    /// <summary>Whether a conversation may end like this.</summary>
    public bool Allows(Resolution resolution, Conversation conversation) => Objection(resolution, conversation) is null;

    /// <exception cref="RuleViolation"><c>resolution.topic.required</c>, <c>resolution.reason.required</c>, and what the reason refuses.</exception>
    internal void RefuseUnless(Resolution resolution, Conversation conversation)
    {
        if (Objection(resolution, conversation) is { } objection) throw objection;
    }

    private RuleViolation? Objection(Resolution resolution, Conversation conversation)
    {
        var place = new ChannelScope(conversation.ChannelId, conversation.Visibility);
        if (conversation.TopicIds.Count == 0 && Topics.Cover(resolution.Way, place))
            return new RuleViolation("resolution.topic.required", "Say first what the conversation is about: add a topic.");
        if (resolution.Reason is null && Reasons.Cover(resolution.Way, place))
            return new RuleViolation("resolution.reason.required", "Choose why the conversation is over.");

        return resolution.Reason?.Objection(resolution.Comment);
    }
}

/// <summary>A reason or a topic is asked for elsewhere than before.</summary>
public sealed record ResolvePolicyChanged(Actor By, DateTimeOffset At) : DomainEvent(By, At);
