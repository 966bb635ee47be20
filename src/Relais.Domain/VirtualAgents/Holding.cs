using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

public enum VirtualAgentKind
{
    /// <summary>Plays a script written in the settings.</summary>
    AutoResponder,

    /// <summary>Somebody else's program, told of what happens by a web hook.</summary>
    Custom,

    /// <summary>Asks how it was, once a conversation is over.</summary>
    Survey,
}

/// <summary>Who gets a conversation once its virtual agent is done.</summary>
public enum HandOverRule
{
    /// <summary>Nobody in particular: it waits in New.</summary>
    NewQueue,

    /// <summary>Whoever had it before, if anybody had.</summary>
    PreviousAgent,
}

/// <summary>Why a conversation left its virtual agent for people.</summary>
public enum HandOverReason
{
    /// <summary>It had nothing more to say.</summary>
    Finished,

    /// <summary>The contact asked for a person.</summary>
    Escaped,

    /// <summary>The contact did not answer in time.</summary>
    ContactSilent,

    /// <summary>What it said did not reach the contact in time.</summary>
    AgentSilent,

    /// <summary>It had said as much as anybody is told by itself.</summary>
    Restrained,

    /// <summary>It was turned off or deleted.</summary>
    TurnedOff,

    /// <summary>A program said that people go on.</summary>
    Decided,

    /// <summary>A program had not answered the contact in time.</summary>
    Overdue,

    /// <summary>A program could not be told what happened.</summary>
    Unreachable,

    /// <summary>What a program answered could not be done.</summary>
    Faulty,
}

/// <summary>Someone who is no person and may hold conversations: an auto responder, a program behind a web hook, a survey.</summary>
/// <param name="HandOver">Who gets what it holds when it is done.</param>
public sealed record VirtualAgent(VirtualAgentKind Kind, Guid Id, string Name, HandOverRule HandOver)
{
    /// <summary>As agents see it: its name, and that it is no person.</summary>
    public Actor AsActor() => new(ActorKind.VirtualAgent, Id, $"{Name} VA");
}

/// <summary>That a virtual agent has a conversation in place of people.</summary>
/// <param name="Agent">Who, as it was then.</param>
/// <param name="Since">Since when.</param>
/// <param name="PreviousAgentId">The member who had it before.</param>
public sealed record Holding(VirtualAgent Agent, DateTimeOffset Since, Guid? PreviousAgentId);
