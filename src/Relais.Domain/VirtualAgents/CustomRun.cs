using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>What a program's conversation keeps of how its agent was set up. It goes on as it began, whatever is changed meanwhile.</summary>
public sealed record AgentPlan(int AgentMinutes, int ContactMinutes, TimeoutRule OnTimeout, string? TimeoutText, Guid? FailureTopicId, string? FailureText);

/// <summary>One conversation in the hands of a program, and whose turn it is. It is gone once the program no longer has the conversation.</summary>
public sealed class CustomRun : Entity
{
    private CustomRun()
    {
    }

    public CustomRun(Guid organisationId, Guid conversationId, CustomAgent agent)
    {
        Id = conversationId;
        OrganisationId = organisationId;
        AgentId = agent.Id;
        Plan = agent.Plan();
        Touch();
    }

    public Guid AgentId { get; private init; }

    public AgentPlan Plan { get; private init; } = new(0, 0, TimeoutRule.People, null, null, null);

    /// <summary>Until when the program must have answered; null while it is the contact's turn.</summary>
    public DateTimeOffset? AgentUntil { get; private set; }

    /// <summary>Until when the contact may think; null while it is the program's turn.</summary>
    public DateTimeOffset? ContactUntil { get; private set; }

    /// <summary>The program is asked. Whoever writes again while he waits does not wait longer.</summary>
    public void Ask(DateTimeOffset at)
    {
        AgentUntil ??= at + TimeSpan.FromMinutes(Plan.AgentMinutes);
        ContactUntil = null;
        Touch();
    }

    /// <summary>The program has spoken: now it is the contact's turn.</summary>
    public void Spoken(DateTimeOffset at)
    {
        AgentUntil = null;
        ContactUntil = at + TimeSpan.FromMinutes(Plan.ContactMinutes);
        Touch();
    }

    /// <summary>Who was silent for too long; null while there is time.</summary>
    public HandOverReason? Silence(DateTimeOffset now) =>
        AgentUntil <= now ? HandOverReason.Overdue
        : ContactUntil <= now ? HandOverReason.ContactSilent
        : null;

    /// <summary>How it ends when somebody was silent, or the program failed. Whoever wrote and got no answer is never resolved for that.</summary>
    public ScriptTurn End(HandOverReason reason, string? cause = null)
    {
        var isSilence = reason == HandOverReason.ContactSilent;
        var acts = new List<ScriptAct>();
        if ((isSilence ? Plan.OnTimeout.TopicId : Plan.FailureTopicId) is { } topic) acts.Add(new ScriptAct.File(topic));
        if ((isSilence ? Plan.TimeoutText : Plan.FailureText) is { } text) acts.Add(new ScriptAct.Say(text, []));
        acts.Add(isSilence && Plan.OnTimeout.End == TimeoutEnd.Resolve ? new ScriptAct.Resolve(Plan.OnTimeout.ReasonId) : new ScriptAct.HandOver(reason, cause));
        return new ScriptTurn(acts, null);
    }
}
