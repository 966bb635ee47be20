using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>One fact a provider told us. The intake applies it through the domain.</summary>
/// <param name="At">When it happened, by the provider's clock.</param>
public abstract record Inbound(DateTimeOffset At);

/// <summary>Who wrote. At least one id; several when the provider knows a person by several.</summary>
/// <param name="Ids">Unique in the channel, always text, the most lasting first.</param>
/// <param name="Profile">What else is known.</param>
public sealed record Sender(IReadOnlyList<string> Ids, Profile Profile)
{
    /// <summary>Whether he may be another who only claims to be: what is told of him then completes what is known, and changes nothing.</summary>
    public bool IsDoubtful { get; init; }
}

/// <summary>The contact wrote.</summary>
public sealed record MessageIn(Sender From, string ExternalId, DateTimeOffset At) : Inbound(At)
{
    public MessageKind Kind { get; init; } = MessageKind.Text;

    /// <summary>Plain text or caption.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>JSON that the message's kind explains; see <see cref="Message.Extra"/>.</summary>
    public string? Extra { get; init; }

    /// <summary>The provider's id of the message it answers.</summary>
    public string? ReplyToExternalId { get; init; }

    public Visibility Visibility { get; init; }

    /// <summary>The provider's id of the post it is under; null for direct messages.</summary>
    public string? Post { get; init; }

    /// <summary>What is told of that post along with it.</summary>
    public PostCard? PostCard { get; init; }

    /// <summary>Whether a machine wrote it, as far as the channel can tell: nothing answers it by itself.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether it says that he may be written to first from now on, or no longer; null = it says nothing of that.</summary>
    public bool? Consent { get; init; }

    /// <summary>Whether it is told only of people who have written before: a stranger who comes or goes asks for nothing.</summary>
    public bool OnlyOfAcquaintances { get; init; }

    /// <summary>
    /// What its provider is asked by, where he tells nothing but that there is a message: it waits for his answer, which comes as a call of its
    /// own, and is taken in as it is when there is none. See <see cref="ChannelKind.Inquire"/>.
    /// </summary>
    public string? Inquiry { get; init; }

    /// <summary>
    /// Our message it answers, where that is proven by something only its recipients know: it goes to that message's thread, whoever
    /// wrote it. Somebody else than the thread's contact is shown as a <see cref="Participant"/>.
    /// </summary>
    public Guid? Answers { get; init; }

    /// <summary>
    /// Whether another channel of the kind may bring the same message, as mails addressed to two of our boxes: the organisation takes it
    /// in once.
    /// </summary>
    public bool MayComeTwice { get; init; }

    /// <summary>Whether it was addressed to somebody else and reached this channel as a copy: it waits a moment for the channel it was meant for.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The provider's ids of what it answers, the nearest first: a copy waits a moment for the channel that was answered.</summary>
    public IReadOnlyList<string> AnswersExternalIds { get; init; } = [];
}

/// <summary>
/// Somebody who wrote into the thread of another. In <see cref="Message.Extra"/> as <c>participant</c>; he gets no answer and no history.
/// </summary>
public sealed record Participant(string? Name, string Id);

/// <summary>A file the contact sent: still at the provider's (<paramref name="Reference"/>) or in our store already
/// (<paramref name="Key"/>).</summary>
public sealed record InboundFile(
    AttachmentKind Kind, string? Name, string? ContentType, string? Reference = null, string? Key = null, long Size = 0);

/// <summary>We answered outside Relais, for instance from the phone.</summary>
/// <param name="To">Null where the provider only says what was answered (<see cref="ReplyToExternalId"/>): then whoever wrote that.</param>
public sealed record EchoIn(Sender? To, string ExternalId, DateTimeOffset At) : Inbound(At)
{
    public MessageKind Kind { get; init; } = MessageKind.Text;

    public string? Text { get; init; }

    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    public string? Extra { get; init; }

    public string? ReplyToExternalId { get; init; }

    public Visibility Visibility { get; init; }

    /// <summary>The provider's id of the post it is under; null for direct messages.</summary>
    public string? Post { get; init; }

    /// <summary>
    /// Whether the provider tells of what Relais sent in the same way, without our id: an answer with the same words that is just under
    /// way was this one.
    /// </summary>
    public bool MayBeOurs { get; init; }
}

/// <summary>The contact reacted to a message, or took the reaction back (<paramref name="Emoji"/> null).</summary>
public sealed record ReactionIn(Sender From, string TargetExternalId, string? Emoji, DateTimeOffset At) : Inbound(At);

public sealed record EditIn(string TargetExternalId, string Text, DateTimeOffset At) : Inbound(At);

/// <summary>A comment was hidden from the public, or is shown to it again, by us at the provider's or by the provider.</summary>
public sealed record HidingIn(string TargetExternalId, bool IsHidden, DateTimeOffset At) : Inbound(At);

public sealed record RemovalIn(string TargetExternalId, DateTimeOffset At) : Inbound(At);

/// <summary>How far one of our answers got. Found by our own id where the provider returns it, else by its own.</summary>
public sealed record StatusIn(string? ExternalId, Guid? MessageId, DeliveryReport Report) : Inbound(Report.At);

/// <summary>The contact has read everything we wrote until <see cref="Inbound.At"/>.</summary>
public sealed record ReadIn(Sender From, DateTimeOffset At) : Inbound(At);

/// <summary>The same person has another id from now on, for instance a new number.</summary>
public sealed record IdentityIn(Sender Before, Sender Now, DateTimeOffset At) : Inbound(At);

/// <summary>The provider tells something about the account itself. A problem shows on the channel; null clears it.</summary>
public sealed record AccountIn(string? Problem, DateTimeOffset At) : Inbound(At);
