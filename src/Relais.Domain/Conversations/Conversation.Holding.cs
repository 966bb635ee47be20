using Relais.Domain.Shared;
using Relais.Domain.VirtualAgents;

namespace Relais.Domain.Conversations;

/// <summary>How a virtual agent has a conversation in place of people. Whatever moves it elsewhere ends that.</summary>
public sealed partial class Conversation
{
    /// <summary>Who has it in place of people; null while people have it.</summary>
    public Holding? Holding { get; private set; }

    public bool IsHeld => State == ConversationState.Held;

    /// <summary>A virtual agent has it from now on: it waits for nobody else.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="by">The agent itself, or the member who gives it the conversation.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleViolation"><c>virtual_agent.public</c>.</exception>
    public void Hold(VirtualAgent agent, Actor by, DateTimeOffset at)
    {
        RefuseWhenResolved();
        if (Visibility == Visibility.Public) throw new RuleViolation("virtual_agent.public", "Virtual agents answer direct messages only.");

        var previous = Holding?.PreviousAgentId ?? AssigneeId;
        DropBoomerang(by, at);
        Holding = new Holding(agent, at, previous);
        Move(ConversationState.Held, at, from => new ConversationHeld(this, from, agent, by, at), null);
    }

    /// <summary>Its virtual agent writes. Nothing else changes: it goes on until it hands over or ends it.</summary>
    public void Speak(Message message)
    {
        RefuseWhenResolved();
        Show(message);
        Record(new MessageQueued(this, message, message.Author, message.ReceivedAt));
    }

    /// <summary>Its virtual agent is done, and people go on: it waits in New, for whom the agent's rule says.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">The agent itself, or Relais.</param>
    /// <param name="at">When.</param>
    /// <param name="cause">More about why, as a code; null for most.</param>
    public void HandOver(HandOverReason reason, Actor by, DateTimeOffset at, string? cause = null)
    {
        if (Holding is not { } holding) return;

        var next = holding.Agent.HandOver == HandOverRule.PreviousAgent ? holding.PreviousAgentId : null;
        Move(ConversationState.New, at, from => new ConversationHandedOver(this, from, holding.Agent, reason, by, at) { Cause = cause }, next);
        if (next is not null) AssignedAt = at;
    }

    /// <summary>A member goes on in place of its virtual agent.</summary>
    private void TakeOver(Guid memberId, VirtualAgent agent, Actor by, DateTimeOffset at)
    {
        Move(ConversationState.New, at, from => new ConversationTakenOver(this, from, agent, by, at), memberId);
        AssignedAt = at;
    }
}
