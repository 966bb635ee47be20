using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>What a run needs of its auto responder. A run goes on as it began, whatever is changed meanwhile.</summary>
/// <param name="Script">What is played.</param>
/// <param name="Language">In which language, for numbers and dates.</param>
/// <param name="OnTimeout">What happens when somebody is silent for too long.</param>
/// <param name="TimeoutText">Said then, where the conversation ends.</param>
public sealed record ScriptPlan(Script Script, string Language, int AgentMinutes, int ContactMinutes, TimeoutRule OnTimeout, string? TimeoutText)
{
    /// <summary>Null when there is nothing to say.</summary>
    public static ScriptPlan? Of(AutoResponder responder, ResponderLanguage? language, bool isOpen) => language is null || language.Script(isOpen).IsEmpty
        ? null
        : new ScriptPlan(language.Script(isOpen), language.Language, responder.AgentMinutes, responder.ContactMinutes, responder.OnTimeout, language.TimeoutText);
}

/// <summary>A script being played in one conversation. It is gone once its virtual agent no longer has the conversation.</summary>
public sealed class ScriptRun : Entity
{
    private ScriptRun()
    {
    }

    public ScriptRun(Guid organisationId, Guid conversationId, Guid responderId, ScriptPlan plan)
    {
        Id = conversationId;
        OrganisationId = organisationId;
        ResponderId = responderId;
        Plan = plan;
        Touch();
    }

    public Guid ResponderId { get; private init; }

    public ScriptPlan Plan { get; private init; } = new(Script.Empty, "", 0, 0, new TimeoutRule(TimeoutEnd.HandOver), null);

    /// <summary>The question whose answer it waits for.</summary>
    public ScriptPosition? Position { get; private set; }

    /// <summary>Until when the contact may think.</summary>
    public DateTimeOffset? ContactUntil { get; private set; }

    /// <summary>Until when what was said last must have reached the contact.</summary>
    public DateTimeOffset? AgentUntil { get; private set; }

    public ScriptTurn Begin(AttributeBook attributes, DateTimeOffset at) => Take(new ScriptPlayer(Plan.Script, attributes).Begin(), at);

    public ScriptTurn Hear(string text, AttributeBook attributes, DateTimeOffset at) => Position is { } position
        ? Take(new ScriptPlayer(Plan.Script, attributes).Hear(position, text), at)
        : new ScriptTurn([], null);

    /// <summary>Somebody was silent for too long.</summary>
    public ScriptTurn TimeOut(HandOverReason reason, DateTimeOffset at)
    {
        var acts = new List<ScriptAct>();
        var isOver = Plan.OnTimeout.End == TimeoutEnd.Resolve;
        if (Plan.OnTimeout.TopicId is { } topic) acts.Add(new ScriptAct.File(topic));
        if (isOver && Plan.TimeoutText is { } text && reason == HandOverReason.ContactSilent) acts.Add(new ScriptAct.Say(text, []));
        acts.Add(isOver ? new ScriptAct.Resolve(Plan.OnTimeout.ReasonId) : new ScriptAct.HandOver(reason));
        return Take(new ScriptTurn(acts, null), at);
    }

    private ScriptTurn Take(ScriptTurn turn, DateTimeOffset at)
    {
        Position = turn.Waits;
        ContactUntil = Position is null ? null : at + TimeSpan.FromMinutes(Plan.ContactMinutes);
        AgentUntil = Position is null ? null : at + TimeSpan.FromMinutes(Plan.AgentMinutes);
        Touch();
        return turn;
    }
}
