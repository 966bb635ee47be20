using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

public enum Direction
{
    In,
    Out,

    /// <summary>For colleagues only; never leaves.</summary>
    Note,
}

public enum MessageKind
{
    Text,
    Image,
    Video,
    Audio,
    Sticker,
    Document,
    Location,
    Contacts,
    Reaction,

    /// <summary>The contact pressed a button of a template.</summary>
    Button,

    /// <summary>The contact answered buttons, a list or a form.</summary>
    Interactive,
    Order,

    /// <summary>The provider tells something, for instance a changed number.</summary>
    System,
    Template,

    /// <summary>We keep it, but cannot show it yet.</summary>
    Unsupported,
}

/// <summary>One message of a thread: from the contact, to the contact, or a note among colleagues.</summary>
public sealed class Message : Entity
{
    public const int TextLimit = 100_000;
    public const int ExternalIdLimit = 300;
    public const int ReasonLimit = 500;
    public const int EmojiLimit = 32;
    public const int TagLimit = 20;
    public const int MentionLimit = 50;

    /// <summary>So far ahead an answer may be scheduled.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(180);

    private readonly List<Reaction> reactions = [];
    private readonly List<Attachment> attachments = [];
    private List<Guid> tagIds = [];
    private List<Guid> mentionIds = [];

    private Message()
    {
    }

    private Message(Conversation conversation, Direction direction, MessageContent content, Actor author)
    {
        OrganisationId = conversation.OrganisationId;
        ThreadId = conversation.ThreadId;
        ChannelId = conversation.ChannelId;
        ConversationId = conversation.Id;
        Direction = direction;
        AuthorKind = author.Kind;
        AuthorId = author.Id;
        AuthorName = author.Name;
        Kind = content.Kind;
        Text = Texts.Fit(content.Text, TextLimit) ?? "";
        Extra = content.Extra;
        ReplyToId = content.ReplyTo?.Id;
        ReplyToText = content.ReplyTo?.Text;
        ReplyToDirection = content.ReplyTo?.Direction;
        attachments.AddRange(content.Attachments ?? []);
        foreach (var attachment in attachments) attachment.Join(this);
        Touch();
    }

    public Guid ThreadId { get; private init; }

    public Guid ChannelId { get; private init; }

    public Guid ConversationId { get; private init; }

    public Direction Direction { get; private init; }

    public ActorKind AuthorKind { get; private init; }

    public Guid? AuthorId { get; private init; }

    public string AuthorName { get; private init; } = "";

    public MessageKind Kind { get; private init; }

    /// <summary>Plain text; markup from outside was taken out on the way in.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the kind has besides text and files, as JSON: a place, a template with its variables, an order…</summary>
    public string? Extra { get; private init; }

    /// <summary>The provider's id, unique in the channel. Null until the provider accepted an answer.</summary>
    public string? ExternalId { get; private set; }

    public Guid? ReplyToId { get; private init; }

    /// <summary>The beginning of the quoted message, as it was.</summary>
    public string? ReplyToText { get; private init; }

    public Direction? ReplyToDirection { get; private init; }

    /// <summary>Made by the screen that wrote it, so that sending twice makes one message.</summary>
    public Guid? ClientId { get; private init; }

    /// <summary>When it was written, by the provider's clock where there is one; of what waits for its time, that time. The timeline's order.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When Relais wrote it down.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    public DeliveryStatus Delivery { get; private set; }

    public bool IsScheduled => Delivery == DeliveryStatus.Scheduled;

    public DateTimeOffset? DeliveryAt { get; private set; }

    /// <summary>Why it failed, as a code the channel's texts explain.</summary>
    public string? DeliveryCode { get; private set; }

    /// <summary>Why it failed, in the provider's words.</summary>
    public string? DeliveryReason { get; private set; }

    /// <summary>Until when its author may take it back.</summary>
    public DateTimeOffset? UndoUntil { get; private set; }

    public ConversationState? StateBefore { get; private set; }

    public Guid? AssigneeBefore { get; private set; }

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Which of us deleted it at its network; null of what its author took back, or its network only tells to be gone.</summary>
    public Actor? RemovedBy { get; private set; }

    /// <summary>Since when the public does not see it, though its network still has it.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    public IReadOnlyList<Reaction> Reactions => reactions;

    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>What agents and rules said it is, in the order in which they did.</summary>
    public IReadOnlyList<Guid> TagIds => tagIds;

    /// <summary>The colleagues a note calls.</summary>
    public IReadOnlyList<Guid> MentionIds => mentionIds;

    public Actor Author => new(AuthorKind, AuthorId, AuthorName);

    /// <summary>What the contact wrote.</summary>
    public static Message FromContact(
        Conversation conversation, MessageContent content, string externalId, Actor author, DateTimeOffset at, DateTimeOffset now) =>
        new(conversation, Direction.In, content, author) { ExternalId = externalId, At = at, ReceivedAt = now };

    /// <summary>What was answered outside Relais, for instance in the provider's own app.</summary>
    public static Message FromElsewhere(
        Conversation conversation, MessageContent content, string externalId, DateTimeOffset at, DateTimeOffset now) =>
        new(conversation, Direction.Out, content, Actor.System)
        {
            ExternalId = externalId,
            At = at,
            ReceivedAt = now,
            Delivery = DeliveryStatus.Sent,
        };

    /// <summary>An answer that waits <paramref name="undoFor"/> before it leaves.</summary>
    public static Message ToContact(
        Conversation conversation, MessageContent content, Guid clientId, Actor author, DateTimeOffset now, TimeSpan undoFor) =>
        new(conversation, Direction.Out, content, author)
        {
            ClientId = clientId,
            At = now,
            ReceivedAt = now,
            Delivery = DeliveryStatus.Queued,
            UndoUntil = now + undoFor,
        };

    /// <summary>What a virtual agent says: it leaves at once, and nobody takes it back.</summary>
    public static Message FromVirtualAgent(Conversation conversation, MessageContent content, Actor agent, DateTimeOffset now) =>
        new(conversation, Direction.Out, content, agent)
        {
            ClientId = Ids.Next(),
            At = now,
            ReceivedAt = now,
            Delivery = DeliveryStatus.Queued,
        };

    /// <summary>An answer that waits for <paramref name="sendAt"/>.</summary>
    /// <exception cref="RuleViolation"><c>schedule.in_the_past</c>, <c>schedule.too_far</c>.</exception>
    public static Message ToContactLater(
        Conversation conversation, MessageContent content, Guid clientId, Actor author, DateTimeOffset now, DateTimeOffset sendAt)
    {
        if (sendAt <= now) throw new RuleViolation("schedule.in_the_past", "Choose a time to come.");
        if (sendAt > now + LongestWait)
            throw new RuleViolation("schedule.too_far", $"Choose a time within {LongestWait.Days} days.", new Dictionary<string, object?> { ["limit"] = LongestWait.Days });

        return new Message(conversation, Direction.Out, content, author)
        {
            ClientId = clientId,
            At = sendAt.ToUniversalTime(),
            ReceivedAt = now,
            Delivery = DeliveryStatus.Scheduled,
        };
    }

    public static Message ToColleagues(
        Conversation conversation, string text, Guid clientId, Actor author, DateTimeOffset now) =>
        new(conversation, Direction.Note, new MessageContent(MessageKind.Text, text), author)
        {
            ClientId = clientId,
            At = now,
            ReceivedAt = now,
        };

    /// <summary>It waits no longer: from now on it is an answer like any other, written at this instant.</summary>
    internal void Leave(DateTimeOffset at, TimeSpan undoFor)
    {
        At = ReceivedAt = at;
        Delivery = DeliveryStatus.Queued;
        UndoUntil = undoFor > TimeSpan.Zero ? at + undoFor : null;
        Touch();
    }

    internal void TellDelivery(Actor by, DateTimeOffset at) => Record(new MessageDelivery(this, by, at));

    /// <summary>A note calls colleagues, before it is left.</summary>
    /// <exception cref="RuleViolation"><c>note.mentions.too_many</c>.</exception>
    public void Mention(IReadOnlyCollection<Guid> memberIds)
    {
        mentionIds = [.. memberIds.Distinct()];
        if (mentionIds.Count > MentionLimit)
            throw new RuleViolation(
                "note.mentions.too_many", $"A note calls at most {MentionLimit} colleagues.", new Dictionary<string, object?> { ["limit"] = MentionLimit });
    }

    internal void Remember(ConversationState state, Guid? assigneeId)
    {
        StateBefore = state;
        AssigneeBefore = assigneeId;
    }

    /// <exception cref="LostRace"><c>message.already_sent</c>.</exception>
    /// <exception cref="RuleViolation"><c>message.not_yours</c>.</exception>
    internal void Withdraw(Actor by, DateTimeOffset at)
    {
        if (!IsScheduled && AuthorId != by.Id) throw new RuleViolation("message.not_yours", "Only its author can take a message back.");
        if (!IsScheduled && (Delivery != DeliveryStatus.Queued || UndoUntil is null || at > UndoUntil))
            throw new LostRace("message.already_sent", "The message has left already.");

        RemovedAt = at;
        Touch();
    }

    /// <summary>Moves the delivery forward; what comes late or twice changes nothing.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Deliver(DeliveryReport report, DateTimeOffset now)
    {
        if (ExternalId is null && report.ExternalId is not null)
        {
            ExternalId = report.ExternalId;
            Touch();
        }

        if (!Delivery.MayBecome(report.Status)) return false;

        Delivery = report.Status;
        DeliveryAt = report.At;
        DeliveryCode = report.Code;
        DeliveryReason = Texts.Fit(report.Reason, ReasonLimit);
        if (report.Status != DeliveryStatus.Queued) UndoUntil = null;
        Record(new MessageDelivery(this, Actor.System, now));
        return true;
    }

    /// <summary>Tries a failed or uncertain answer once more.</summary>
    /// <exception cref="RuleViolation"><c>message.not_failed</c>.</exception>
    public void Retry(Actor by, DateTimeOffset at)
    {
        if (Delivery is not (DeliveryStatus.Failed or DeliveryStatus.Unknown))
            throw new RuleViolation("message.not_failed", "Only a failed or uncertain message can be sent again.");

        Delivery = DeliveryStatus.Queued;
        DeliveryAt = at;
        DeliveryCode = DeliveryReason = null;
        ExternalId = null;
        Record(new MessageDelivery(this, by, at));
    }

    /// <summary>The contact changed the words.</summary>
    public void Edit(string text, DateTimeOffset at)
    {
        if (RemovedAt is not null || EditedAt >= at) return;

        Text = Texts.Fit(text, TextLimit) ?? "";
        EditedAt = at;
        Record(new MessageChanged(this, Author, at));
    }

    /// <summary>It is gone from its network: agents keep a trace. What we delete may be told of before we have written down who did it.</summary>
    /// <returns>Whether this tells anything new.</returns>
    public bool Remove(Actor? by, DateTimeOffset at)
    {
        if (RemovedAt is not null && (by is null || RemovedBy is not null)) return false;

        RemovedAt ??= at;
        RemovedBy = by;
        Record(new MessageChanged(this, by ?? Author, at));
        return true;
    }

    /// <summary>Its network shows it to the public no longer, or again.</summary>
    public void Hide(bool isHidden, Actor by, DateTimeOffset at)
    {
        if (isHidden == HiddenAt is not null) return;

        HiddenAt = isHidden ? at : null;
        Record(new MessageChanged(this, by, at));
    }

    /// <summary>One reaction a person; null takes it back.</summary>
    public void React(string? emoji, Actor by, DateTimeOffset at)
    {
        var side = by.Kind == ActorKind.Contact ? ActorKind.Contact : ActorKind.Member;
        var before = reactions.Find(reaction => reaction.By == side);
        var now = Texts.Fit(emoji, EmojiLimit);
        if (before?.Emoji == now) return;

        reactions.RemoveAll(reaction => reaction.By == side);
        if (now is not null) reactions.Add(new Reaction(now, side));
        Record(new MessageChanged(this, by, at));
    }

    /// <summary>One of its files arrived, or cannot be had.</summary>
    public void AttachmentSettled(DateTimeOffset at) => Record(new MessageChanged(this, Actor.System, at));

    /// <exception cref="RuleViolation"><c>message.tags.too_many</c>.</exception>
    internal void ChangeTags(IEnumerable<Guid> added, IEnumerable<Guid> removed)
    {
        List<Guid> next = [.. tagIds.Except(removed), .. added];
        if (next.Count > TagLimit)
            throw new RuleViolation(
                "message.tags.too_many", $"A message has at most {TagLimit} tags.", new Dictionary<string, object?> { ["limit"] = TagLimit });

        tagIds = next;
        Touch();
    }

    /// <summary>For those who read messages and their files separately.</summary>
    public void Load(IEnumerable<Attachment> files)
    {
        attachments.Clear();
        attachments.AddRange(files);
    }
}

/// <summary>What a message says.</summary>
/// <param name="Kind">Decides what <paramref name="Extra"/> means.</param>
/// <param name="Text">The words, or the caption; null or empty when there are none.</param>
/// <param name="Attachments">Its files.</param>
/// <param name="Extra">JSON.</param>
/// <param name="ReplyTo">The message it answers.</param>
public sealed record MessageContent(
    MessageKind Kind,
    string? Text,
    IReadOnlyList<Attachment>? Attachments = null,
    string? Extra = null,
    Quote? ReplyTo = null);

/// <summary>The message another one answers.</summary>
public sealed record Quote(Guid Id, string Text, Direction Direction)
{
    public static Quote Of(Message message) =>
        new(message.Id, Texts.Fit(message.Text, Conversation.PreviewLimit) ?? "", message.Direction);
}

/// <summary>An emoji set on a message by the contact or by us.</summary>
public sealed record Reaction(string Emoji, ActorKind By);
