using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Domain.Topics;

namespace Relais.Domain.Conversations;

public enum ConversationState
{
    /// <summary>Needs attention: brand new, or the contact has answered.</summary>
    New,

    /// <summary>Waits for the contact.</summary>
    Pending,

    /// <summary>Over, until the contact writes again.</summary>
    Resolved,

    /// <summary>A virtual agent has it in place of people; it waits for none of them.</summary>
    Held,
}

/// <summary>
/// One New → Pending → Resolved cycle inside a thread: what queues, rules and reports are about. Every state change
/// is one method here, whoever calls it: an agent, a rule, a timer, a virtual agent or the API.
/// </summary>
public sealed partial class Conversation : Entity
{
    public const int PreviewLimit = 160;
    public const int TopicLimit = 20;

    private List<Guid> topicIds = [];
    private List<Guid> teamIds = [];

    private Conversation()
    {
    }

    internal Conversation(Thread thread, Actor by, DateTimeOffset at)
    {
        OrganisationId = thread.OrganisationId;
        ThreadId = thread.Id;
        ChannelId = thread.ChannelId;
        ContactId = thread.ContactId;
        Visibility = thread.Visibility;
        State = ConversationState.New;
        OpenedAt = StateSince = LastMessageAt = at;
        Record(new ConversationOpened(this, by, at));
    }

    public Guid ThreadId { get; private init; }

    public Guid ChannelId { get; private init; }

    public Guid ContactId { get; private set; }

    public Visibility Visibility { get; private init; }

    /// <summary>What people call it: counts up within the organisation.</summary>
    public int Number { get; private set; }

    public ConversationState State { get; private set; }

    /// <summary>Since when it is in this state; the oldest New one waits longest.</summary>
    public DateTimeOffset StateSince { get; private set; }

    public Guid? AssigneeId { get; private set; }

    /// <summary>When it was given to the one who has it.</summary>
    public DateTimeOffset? AssignedAt { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset LastMessageAt { get; private set; }

    public string PreviewText { get; private set; } = "";

    public Direction PreviewDirection { get; private set; }

    public MessageKind PreviewKind { get; private set; }

    /// <summary>What it is about, in the order in which it was said.</summary>
    public IReadOnlyList<Guid> TopicIds => topicIds;

    /// <summary>The teams it was routed to; none = every team with the channel.</summary>
    public IReadOnlyList<Guid> TeamIds => teamIds;

    /// <summary>How urgent it is: the higher, the sooner.</summary>
    public int Priority { get; private set; }

    /// <summary>Where it stands in the queues; the kept counters follow it.</summary>
    public QueuePlace Place => new(ChannelId, State, AssigneeId);

    /// <summary>Gets the name people call it by, once, before it is first written down.</summary>
    public void TakeNumber(int number) => Number = number;

    /// <summary>The contact wrote: it needs attention, and a boomerang has nothing left to do.</summary>
    public void Receive(Message message)
    {
        RefuseWhenResolved();
        Show(message);
        Record(new MessageReceived(this, message, message.Author, message.ReceivedAt));
        DropBoomerang(message.Author, message.ReceivedAt);
        if (State == ConversationState.Pending) Return(message.Author, message.ReceivedAt);
    }

    /// <summary>We wrote, here or in the provider's own app: now it is the contact's turn.</summary>
    public void Answer(Message message, bool assignToAuthor)
    {
        RefuseWhenResolved();
        RememberIn(message);
        Show(message);
        Record(new MessageQueued(this, message, message.Author, message.ReceivedAt));
        if (assignToAuthor) AssignToAuthor(message);
        Pend(message.Author, message.ReceivedAt);
    }

    /// <summary>We wrote, but it leaves at its time: what there was to do is done, so it waits for the contact already.</summary>
    public void Schedule(Message message, bool assignToAuthor)
    {
        RefuseWhenResolved();
        RememberIn(message);
        Record(new AnswerScheduled(this, message, message.Author, message.ReceivedAt));
        if (assignToAuthor) AssignToAuthor(message);
        Pend(message.Author, message.ReceivedAt);
    }

    /// <summary>
    /// An answer that was scheduled leaves. By itself it moves nothing: what the contact wrote meanwhile still needs attention. Whoever
    /// sends it before its time has seen that, and it is now the contact's turn.
    /// </summary>
    public void Send(Message message, TimeSpan undoFor, Actor by, DateTimeOffset at)
    {
        if (!message.IsScheduled) return;

        message.Leave(at, undoFor);
        if (IsResolved)
        {
            message.TellDelivery(by, at); // Nothing happens any more to a conversation that is over.
            return;
        }

        RememberIn(message);
        Show(message);
        Record(new MessageQueued(this, message, by, at));
        if (by.Kind == ActorKind.Member) Pend(by, at);
    }

    /// <summary>Its author takes an answer back before it leaves, anybody one that is scheduled; what it moved moves back, unless others moved on.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="before">The message shown in the lists instead; null when there is none.</param>
    /// <param name="by">Must be the author.</param>
    /// <param name="at">When.</param>
    /// <exception cref="LostRace"><c>message.already_sent</c>.</exception>
    public void Withdraw(Message message, Message? before, Actor by, DateTimeOffset at)
    {
        message.Withdraw(by, at);
        ShowInstead(before);
        Record(new MessageWithdrawn(this, message, by, at));
        var isFollowed = before?.Direction == Direction.Out && before.Id.CompareTo(message.Id) > 0;
        var madeItPending = message.StateBefore == ConversationState.New;
        if (State != ConversationState.Pending || isFollowed || (madeItPending && StateSince != message.ReceivedAt)) return;

        if (message.AssigneeBefore is null && AssigneeId == message.AuthorId) Assign(null, by, at);

        // Opened only to carry this answer, it is about nothing now.
        if (madeItPending && before is null) End(Resolution.ByHand, by, at);
        else if (madeItPending) Return(by, at);
    }

    /// <summary>A remark for colleagues only. It changes nothing else.</summary>
    public void Annotate(Message note) => Record(new NoteAdded(this, note, note.Author, note.ReceivedAt));

    /// <summary>Says what it is about. Resolved ones too: one may file them afterwards.</summary>
    /// <exception cref="RuleViolation"><c>topic.archived</c>, <c>conversation.topics.too_many</c>.</exception>
    public void ChangeTopics(IReadOnlyCollection<Topic> added, IReadOnlyCollection<Topic> removed, Actor by, DateTimeOffset at)
    {
        Topic[] on = [.. added.Where(topic => !topicIds.Contains(topic.Id)).DistinctBy(topic => topic.Id)];
        Topic[] off = [.. removed.Where(topic => topicIds.Contains(topic.Id)).DistinctBy(topic => topic.Id)];
        if (on.Length + off.Length == 0) return;

        foreach (var topic in on) topic.RefuseUnlessActive();
        List<Guid> next = [.. topicIds.Except(off.Select(topic => topic.Id)), .. on.Select(topic => topic.Id)];
        if (next.Count > TopicLimit)
            throw new RuleViolation(
                "conversation.topics.too_many",
                $"A conversation has at most {TopicLimit} topics.",
                new Dictionary<string, object?> { ["limit"] = TopicLimit });

        topicIds = next;
        Record(new ConversationTopicsChanged(this, Names(on), Names(off), by, at));
    }

    /// <summary>Says what one of its messages is. Resolved ones too: one may tag them afterwards.</summary>
    /// <exception cref="RuleViolation"><c>tag.archived</c>, <c>message.tags.too_many</c>.</exception>
    public void Tag(Message message, IReadOnlyCollection<Tag> added, IReadOnlyCollection<Tag> removed, Actor by, DateTimeOffset at)
    {
        Tag[] on = [.. added.Where(tag => !message.TagIds.Contains(tag.Id)).DistinctBy(tag => tag.Id)];
        Tag[] off = [.. removed.Where(tag => message.TagIds.Contains(tag.Id)).DistinctBy(tag => tag.Id)];
        if (on.Length + off.Length == 0) return;

        foreach (var tag in on) tag.RefuseUnlessActive();
        message.ChangeTags(on.Select(tag => tag.Id), off.Select(tag => tag.Id));
        Record(new MessageTagsChanged(this, message, [.. on.Select(Called)], [.. off.Select(Called)], by, at));

        static Named Called(Tag tag) => new(tag.Id, tag.Name);
    }

    /// <summary>One of its comments, or an answer to one, was deleted at its network. Resolved ones too: what must go may be found later.</summary>
    public void Delete(Message comment, Actor by, DateTimeOffset at)
    {
        if (comment.Remove(by, at)) Record(new CommentDeleted(this, comment, by, at));
    }

    /// <summary>The rules have decided for which teams it is and how urgent. Whoever has it keeps it.</summary>
    /// <param name="decision">What they decided.</param>
    /// <param name="stood">Where it stood before this transaction; null = it is new, and nobody saw it elsewhere.</param>
    /// <param name="by">Relais, or who asked for it.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether anything is different now.</returns>
    public bool Route(RoutingDecision decision, QueuePlace? stood, Actor by, DateTimeOffset at)
    {
        List<Guid> teams = [.. decision.Teams.Select(team => team.Id)];
        if (Priority == decision.Score && teams.ToHashSet().SetEquals(teamIds)) return false;

        var before = new Routing(teamIds, Priority);
        (teamIds, Priority) = (teams, decision.Score);
        if (stood is { } place) Record(new ConversationRouted(this, before, decision.Teams, place, by, at));
        else Touch();
        return true;
    }

    /// <summary>Null takes the assignment away.</summary>
    public void Assign(Guid? memberId, Actor by, DateTimeOffset at)
    {
        if (AssigneeId == memberId) return;

        RefuseWhenResolved();
        if (Holding is { } holding && memberId is { } taker)
        {
            TakeOver(taker, holding.Agent, by, at);
            return;
        }

        var from = Place;
        AssigneeId = memberId;
        AssignedAt = memberId is null ? null : at;
        Record(memberId is null
            ? new ConversationUnassigned(this, from, by, at)
            : new ConversationAssigned(this, from, by, at));
    }

    /// <summary>
    /// The one who has it is not there, so that another can take what is New; it keeps its place in the queue. Pending, he keeps
    /// it, and what was given to him while he was out waits for him.
    /// </summary>
    public void Release(Absence absence, DateTimeOffset at)
    {
        if (State != ConversationState.New || AssigneeId != absence.MemberId || IsReserved(absence)) return;

        var from = Place;
        AssigneeId = null;
        AssignedAt = null;
        Record(new ConversationUnassigned(this, from, Actor.System, at) { Reason = absence.Reason });
    }

    /// <summary>Takes it only while nobody has it.</summary>
    /// <exception cref="LostRace"><c>conversation.taken</c>, with who has it.</exception>
    public void Take(Guid memberId, Actor by, DateTimeOffset at)
    {
        if (AssigneeId is { } owner && owner != memberId)
            throw new LostRace(
                "conversation.taken",
                "Somebody else has taken this conversation.",
                new Dictionary<string, object?> { ["by"] = owner });

        Assign(memberId, by, at);
    }

    /// <summary>Waits for the contact from now on.</summary>
    public void Pend(Actor by, DateTimeOffset at)
    {
        if (State == ConversationState.Pending) return;

        RefuseWhenResolved();
        Move(ConversationState.Pending, at, from => new ConversationPended(this, from, by, at));
    }

    /// <summary>Needs attention again; a boomerang has nothing left to do.</summary>
    public void Return(Actor by, DateTimeOffset at)
    {
        if (State == ConversationState.New) return;

        RefuseWhenResolved();
        DropBoomerang(by, at);
        Move(ConversationState.New, at, from => new ConversationReturned(this, from, by, at));
    }

    /// <summary>Its contact is written to in another of his conversations: both say so, and neither moves by that alone.</summary>
    public void GoOnIn(Conversation there, Actor by, DateTimeOffset at)
    {
        Record(new ConversationContinued(this, there, by, at));
        there.Record(new ConversationContinuedFrom(there, this, by, at));
    }

    /// <summary>Its contact turned out to be another one.</summary>
    internal void Join(Contact contact, Contact before, Actor by, DateTimeOffset at)
    {
        ContactId = contact.Id;
        Record(new ConversationContactMerged(this, before.DisplayName, by, at));
    }

    /// <summary>Its contact is the one of before again.</summary>
    internal void Part(Contact contact, Contact before, Actor by, DateTimeOffset at)
    {
        ContactId = contact.Id;
        Record(new ConversationContactParted(this, before.DisplayName, by, at));
    }

    /// <summary>Its contact is deleted, and it with him.</summary>
    internal void Delete(Actor by, DateTimeOffset at) => Record(new ConversationDeleted(this, Place, by, at));

    private void AssignToAuthor(Message message)
    {
        if (AssigneeId is null && message.Author is { Kind: ActorKind.Member, Id: { } author }) Assign(author, message.Author, message.ReceivedAt);
    }

    private void Move(ConversationState to, DateTimeOffset at, Func<QueuePlace, DomainEvent> happened) =>
        Move(to, at, happened, AssigneeId);

    private void Move(ConversationState to, DateTimeOffset at, Func<QueuePlace, DomainEvent> happened, Guid? assigneeId)
    {
        var from = Place;
        State = to;
        StateSince = at;
        if (IsSurveyed && to is ConversationState.New or ConversationState.Pending) ForgetResolution(); // People go on: it is not over after all.
        if (to != ConversationState.Held) Holding = null;
        if (to != ConversationState.New && BoomerangAt is null) BoomerangNote = null;
        AssigneeId = assigneeId;
        if (assigneeId is null) AssignedAt = null;
        Record(happened(from));
    }

    /// <summary>How it stands, should the answer be taken back. A virtual agent that had to go does not come back: people go on.</summary>
    private void RememberIn(Message message) => message.Remember(IsHeld ? ConversationState.New : State, AssigneeId);

    /// <summary>Given while he was out, and not moved to New since.</summary>
    private bool IsReserved(Absence absence) => AssignedAt >= absence.Since && StateSince <= AssignedAt;

    private void Show(Message message)
    {
        var isFirst = LastMessageAt == OpenedAt && PreviewText.Length == 0;
        if (message.At >= LastMessageAt || isFirst) ShowInstead(message);
    }

    private void ShowInstead(Message? message)
    {
        LastMessageAt = message?.At ?? OpenedAt;
        PreviewText = Texts.Fit(message?.Text, PreviewLimit) ?? "";
        PreviewDirection = message?.Direction ?? Direction.In;
        PreviewKind = message?.Kind ?? MessageKind.Text;
    }

    private static TopicName[] Names(Topic[] topics) => [.. topics.Select(topic => new TopicName(topic.Id, topic.Name))];
}

/// <summary>Where a conversation stands in the queues.</summary>
public readonly record struct QueuePlace(Guid ChannelId, ConversationState State, Guid? AssigneeId);
