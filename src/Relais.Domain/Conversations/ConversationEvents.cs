using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Domain.VirtualAgents;

namespace Relais.Domain.Conversations;

/// <summary>Something that happened to a conversation. It carries the conversation itself, so that whoever writes it
/// down can tell how it stands afterwards.</summary>
public abstract record ConversationEvent(Conversation Conversation, Actor By, DateTimeOffset At) : DomainEvent(By, At)
{
    /// <summary>Where it stood before, when this moved it.</summary>
    public virtual QueuePlace? From => null;

    /// <summary>Where it stood right after, before anything else of the same transaction; null when it is gone.</summary>
    public virtual QueuePlace? To { get; } = Conversation.Place;

    /// <summary>Whether this moved it to another place in the queues, or into them.</summary>
    public virtual bool Moved => From is not null;

    /// <summary>Whether a virtual agent has it no longer, as things stand at the end of the transaction.</summary>
    public bool LeftItsVirtualAgent => From is { State: ConversationState.Held } && !Conversation.IsHeld;

    public virtual Message? Message => null;
}

/// <summary>A conversation that moved from one place in the queues to another.</summary>
public abstract record ConversationMoved(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public sealed override QueuePlace? From => Left;
}

public sealed record ConversationOpened(Conversation Conversation, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override bool Moved => true;
}

public sealed record ConversationPended(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At);

/// <summary>Back to New.</summary>
public sealed record ConversationReturned(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At);

public sealed record ConversationResolved(
    Conversation Conversation, QueuePlace Left, Resolution Resolution, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At);

public sealed record ConversationReopened(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At);

public sealed record ConversationAssigned(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At)
{
    /// <summary>Who has it now; the conversation itself may have moved on since.</summary>
    public Guid? AssigneeId { get; } = Conversation.AssigneeId;
}

public sealed record ConversationUnassigned(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At)
{
    /// <summary>Why nobody has it any more, when it was not a person who took it away.</summary>
    public ReleaseReason? Reason { get; init; }
}

/// <summary>A virtual agent has it in place of people.</summary>
public sealed record ConversationHeld(Conversation Conversation, QueuePlace Left, VirtualAgent Agent, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At);

/// <summary>Its virtual agent is done, and it waits for people.</summary>
public sealed record ConversationHandedOver(
    Conversation Conversation, QueuePlace Left, VirtualAgent Agent, HandOverReason Reason, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At)
{
    /// <summary>Who has it now; the conversation itself may have moved on since.</summary>
    public Guid? AssigneeId { get; } = Conversation.AssigneeId;

    /// <summary>More about the reason, as a code: what a program's web hook answered, or the rule its answer broke.</summary>
    public string? Cause { get; init; }
}

/// <summary>A member goes on in place of its virtual agent.</summary>
public sealed record ConversationTakenOver(Conversation Conversation, QueuePlace Left, VirtualAgent Agent, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At)
{
    /// <inheritdoc cref="ConversationHandedOver.AssigneeId"/>
    public Guid? AssigneeId { get; } = Conversation.AssigneeId;
}

/// <summary>Somebody, or a rule, said what it is about.</summary>
public sealed record ConversationTopicsChanged(
    Conversation Conversation, IReadOnlyList<TopicName> Added, IReadOnlyList<TopicName> Removed, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>Somebody, or a rule, said what one of its messages is.</summary>
public sealed record MessageTagsChanged(
    Conversation Conversation, Message Tagged, IReadOnlyList<Named> Added, IReadOnlyList<Named> Removed, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Tagged;
}

/// <summary>One of us deleted a comment, or an answer to one, at its network.</summary>
public sealed record CommentDeleted(Conversation Conversation, Message Comment, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Comment;
}

/// <summary>The rules found other teams for it, or another priority.</summary>
/// <param name="Before">What they had found before.</param>
/// <param name="Teams">The teams as they are called.</param>
/// <param name="Place">Where it stood: those who no longer see it must know from where it is gone.</param>
public sealed record ConversationRouted(
    Conversation Conversation, Routing Before, IReadOnlyList<Named> Teams, QueuePlace Place, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    /// <summary>What they have found now; the conversation itself may have moved on since.</summary>
    public Routing After { get; } = new(Conversation.TeamIds, Conversation.Priority);
}

/// <summary>For which teams a conversation is, and how urgent.</summary>
public sealed record Routing(IReadOnlyList<Guid> TeamIds, int Priority);

/// <summary>Its contact is written to in another of his conversations now, on another channel.</summary>
public sealed record ConversationContinued(Conversation Conversation, Conversation There, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>What began in another conversation of its contact goes on here.</summary>
public sealed record ConversationContinuedFrom(Conversation Conversation, Conversation Before, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>What was open here goes on in another conversation of its contact.</summary>
public sealed record ConversationMerged(Conversation Conversation, Conversation There, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>What was open in another conversation of its contact goes on here.</summary>
public sealed record ConversationTookIn(Conversation Conversation, Conversation Before, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

public sealed record BoomerangSet(
    Conversation Conversation, DateTimeOffset Until, string? Note, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

public sealed record BoomerangCancelled(Conversation Conversation, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

public sealed record BoomerangFired(Conversation Conversation, string? Note, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>Its contact turned out to be one we knew already, and is that one now.</summary>
/// <param name="Former">As the contact was called that it came from.</param>
public sealed record ConversationContactMerged(Conversation Conversation, string Former, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

/// <summary>Two contacts who were made one are two again, and it is back with its own.</summary>
/// <param name="Former">As the contact was called that it came from.</param>
public sealed record ConversationContactParted(Conversation Conversation, string Former, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At);

public sealed record MessageReceived(Conversation Conversation, Message Received, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Received;
}

/// <summary>An answer waits to leave (or left already, from the provider's own app).</summary>
public sealed record MessageQueued(Conversation Conversation, Message Queued, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Queued;
}

/// <summary>An answer was written that leaves at its time.</summary>
public sealed record AnswerScheduled(Conversation Conversation, Message Scheduled, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    /// <summary>When it leaves; the message itself may be gone or sent since.</summary>
    public DateTimeOffset Until { get; } = Scheduled.At;

    public override Message Message => Scheduled;
}

public sealed record MessageWithdrawn(Conversation Conversation, Message Withdrawn, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Withdrawn;
}

public sealed record NoteAdded(Conversation Conversation, Message Note, Actor By, DateTimeOffset At)
    : ConversationEvent(Conversation, By, At)
{
    public override Message Message => Note;
}

/// <summary>Its contact was deleted: it is gone, and nothing is told of it any more.</summary>
public sealed record ConversationDeleted(Conversation Conversation, QueuePlace Left, Actor By, DateTimeOffset At)
    : ConversationMoved(Conversation, Left, By, At)
{
    public override QueuePlace? To => null;
}
