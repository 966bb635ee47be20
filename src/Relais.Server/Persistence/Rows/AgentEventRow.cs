namespace Relais.Server.Persistence.Rows;

/// <summary>What a program is told of.</summary>
public enum AgentEventKind
{
    /// <summary>A contact begins, and it is the one who takes what begins there.</summary>
    Started,

    /// <summary>A member gave it a conversation: it speaks first.</summary>
    Delegated,

    /// <summary>The contact wrote.</summary>
    Received,
}

public enum AgentEventState
{
    Waiting,

    /// <summary>Somebody is telling it; when the lease lapses, it is told again.</summary>
    Sending,

    /// <summary>The program took it, and what it answered is done.</summary>
    Delivered,

    /// <summary>The program could not be told, or what it answered could not be done.</summary>
    Failed,

    /// <summary>The conversation was no longer the program's: nobody told it.</summary>
    Dropped,
}

/// <summary>
/// Something a program is told of by its web hook, durable from the moment it happens. A conversation is a lane: one at a time, in
/// order. Its id is the idempotency key the program sees, the same at every attempt.
/// </summary>
public sealed class AgentEventRow
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public Guid AgentId { get; init; }

    public Guid ConversationId { get; init; }

    public AgentEventKind Kind { get; init; }

    /// <summary>The message it is about.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>Who gave it the conversation.</summary>
    public string? MemberName { get; init; }

    public DateTimeOffset At { get; init; }

    public AgentEventState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempt { get; set; }

    /// <summary>Whether an administrator had it told again: then a failure is no reason to take a conversation away.</summary>
    public bool IsRepeat { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the web hook answered; null when it did not.</summary>
    public int? Status { get; set; }

    /// <summary>How long the last attempt took.</summary>
    public int? Milliseconds { get; set; }

    /// <summary>Why it failed, or what was remarkable, as a code.</summary>
    public string? Problem { get; set; }

    /// <summary>What was sent.</summary>
    public string? Request { get; set; }

    /// <summary>What came back.</summary>
    public string? Answer { get; set; }
}

/// <summary>An answer of a program that is done: coming a second time, it does nothing.</summary>
public sealed class AgentAnswerRow
{
    public Guid ConversationId { get; init; }

    /// <summary>The program's own, or the id of the event it answered.</summary>
    public string Key { get; init; } = "";

    public Guid OrganisationId { get; init; }

    public DateTimeOffset At { get; init; }
}
