using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

public enum Activation
{
    /// <summary>Takes every private conversation that begins on its channels.</summary>
    Inception,

    /// <summary>Takes what a member gives it.</summary>
    Delegation,
}

/// <summary>What becomes of a conversation whose contact, or whose virtual agent, is silent for too long.</summary>
public enum TimeoutEnd
{
    HandOver,
    Resolve,
}

/// <summary>What happens on time-out.</summary>
/// <param name="TopicId">What the conversation is about, then.</param>
/// <param name="ReasonId">Why it is over, where it ends.</param>
public sealed record TimeoutRule(TimeoutEnd End, Guid? TopicId = null, Guid? ReasonId = null)
{
    public static readonly TimeoutRule People = new(TimeoutEnd.HandOver);

    /// <summary>What is handed over is not over for a reason.</summary>
    internal TimeoutRule Sound() => End == TimeoutEnd.Resolve ? this : this with { ReasonId = null };

    internal TimeoutRule Replaced(Guid gone, Guid? instead) => TopicId == gone ? this with { TopicId = instead } : this;
}

/// <summary>What all virtual agents that are set up have in common.</summary>
/// <param name="AgentMinutes">So long the virtual agent may take.</param>
/// <param name="ContactMinutes">So long the contact may think.</param>
public sealed record DeputyDraft(
    string Name, Activation Activation, HandOverRule HandOver, int AgentMinutes, int ContactMinutes, TimeoutRule OnTimeout)
{
    public const int DefaultAgentMinutes = 5;
    public const int DefaultContactMinutes = 60;
}

/// <summary>
/// A virtual agent somebody set up to have conversations in place of people: when it takes them, on which channels, and what becomes of
/// them when somebody is silent. What it says is its kind's.
/// </summary>
public abstract class Deputy : Entity
{
    public const int NameLimit = 80;
    public const int LongestAgentMinutes = 60;
    public const int LongestContactMinutes = 23 * 60;

    private readonly List<DeputyChannel> channels = [];

    protected Deputy()
    {
    }

    /// <summary>Turned off, and on no channel.</summary>
    protected Deputy(Guid organisationId, DateTimeOffset at, Guid? id)
    {
        Id = id ?? Id;
        OrganisationId = organisationId;
        CreatedAt = at;
    }

    public abstract VirtualAgentKind Kind { get; }

    public string Name { get; private set; } = "";

    /// <summary>The name without its case: unique, whatever its kind.</summary>
    public string Key { get; private set; } = "";

    public bool IsEnabled { get; private set; }

    public Activation Activation { get; private set; }

    public HandOverRule HandOver { get; private set; }

    public int AgentMinutes { get; private set; } = DeputyDraft.DefaultAgentMinutes;

    public int ContactMinutes { get; private set; } = DeputyDraft.DefaultContactMinutes;

    public TimeoutRule OnTimeout { get; private set; } = TimeoutRule.People;

    /// <summary>Where it works.</summary>
    public IReadOnlyList<DeputyChannel> Channels => channels;

    public DateTimeOffset CreatedAt { get; private init; }

    public VirtualAgent AsVirtualAgent() => new(Kind, Id, Name, HandOver);

    public Actor AsActor() => AsVirtualAgent().AsActor();

    /// <exception cref="RuleViolation">It has nothing to say yet.</exception>
    public void Turn(bool on, Actor by, DateTimeOffset at)
    {
        if (IsEnabled == on) return;
        if (on) RefuseUnready();

        IsEnabled = on;
        Record(Changed(by, at));
    }

    /// <summary>The caller knows that none of them has another that takes what begins there.</summary>
    public void WorkOn(IReadOnlyCollection<Guid> channelIds, Actor by, DateTimeOffset at)
    {
        channels.RemoveAll(one => !channelIds.Contains(one.ChannelId));
        channels.AddRange(channelIds.Distinct().Except(channels.Select(one => one.ChannelId)).Select(id => new DeputyChannel(this, id)));
        Record(Changed(by, at));
    }

    /// <summary>The last thing said of it before it is deleted.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Record(Changed(by, at));

    /// <summary>A topic is gone, or another took its place.</summary>
    public void Replace(Guid gone, Guid? instead, Actor by, DateTimeOffset at)
    {
        var names = OnTimeout.TopicId == gone;
        OnTimeout = OnTimeout.Replaced(gone, instead);
        if (ReplaceWithin(gone, instead) || names) Record(Changed(by, at));
    }

    protected abstract DomainEvent Changed(Actor by, DateTimeOffset at);

    protected abstract void RefuseUnready();

    /// <returns>Whether what only its kind has named the topic.</returns>
    protected abstract bool ReplaceWithin(Guid gone, Guid? instead);

    protected void Take(DeputyDraft draft)
    {
        Name = Texts.Required(draft.Name, NameLimit, "virtual_agent.name");
        Key = Texts.Key(Name);
        Activation = draft.Activation;
        HandOver = draft.Activation == Activation.Delegation ? draft.HandOver : HandOverRule.NewQueue;
        AgentMinutes = Within(draft.AgentMinutes, 1, LongestAgentMinutes, "virtual_agent.agent_minutes");
        ContactMinutes = Within(draft.ContactMinutes, 1, LongestContactMinutes, "virtual_agent.contact_minutes");
        OnTimeout = draft.OnTimeout.Sound();
        foreach (var channel in channels) channel.Follow(this);
    }

    protected static int Within(int value, int least, int most, string field) => value >= least && value <= most
        ? value
        : throw new RuleViolation($"{field}.range", $"Choose between {least} and {most}.", new Dictionary<string, object?> { ["least"] = least, ["most"] = most });
}

/// <summary>That a virtual agent works on a channel.</summary>
public sealed class DeputyChannel
{
    private DeputyChannel()
    {
    }

    internal DeputyChannel(Deputy deputy, Guid channelId)
    {
        ChannelId = channelId;
        Follow(deputy);
    }

    public Guid Id { get; private init; } = Ids.Next();

    public Guid DeputyId { get; private init; }

    public Guid ChannelId { get; private init; }

    /// <summary>Whether it takes what begins there: one at most does.</summary>
    public bool IsInception { get; private set; }

    internal void Follow(Deputy deputy) => IsInception = deputy.Activation == Activation.Inception;
}
