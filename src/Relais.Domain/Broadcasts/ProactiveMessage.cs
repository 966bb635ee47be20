using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Domain.Shared;

namespace Relais.Domain.Broadcasts;

public enum ProactiveState
{
    /// <summary>It leaves when its turn has come.</summary>
    Waiting,

    /// <summary>It is a message of a conversation now, which says how far it got.</summary>
    Written,

    /// <summary>The contact is not written to: <see cref="ProactiveMessage.Reason"/> says why.</summary>
    LeftOut,
}

/// <summary>Why somebody who was meant is not written to.</summary>
public enum LeftOutReason
{
    /// <summary>He has no address on the channel.</summary>
    NoAddress,

    /// <summary>What stands in the list is no telephone number with its country.</summary>
    BadNumber,

    /// <summary>Nobody knows that he agreed, and the network wants that.</summary>
    NoConsent,

    /// <summary>He wants to be written to there no more.</summary>
    OptedOut,
    Blocked,

    /// <summary>The address is known as another contact's.</summary>
    SomebodyElse,

    /// <summary>He is written to already.</summary>
    Double,

    /// <summary>Nothing fills one of the template's gaps.</summary>
    MissingValue,

    /// <summary>The channel was disconnected before his turn came.</summary>
    Disconnected,
}

/// <summary>
/// A message to somebody who does not wait for it: one of a broadcast, or what a program sends. Once it is written it is a message like any
/// other, and this row only remembers which.
/// </summary>
public sealed class ProactiveMessage : Entity
{
    public const int MetadataLimit = 2000;
    public const int ReasonLimit = 500;

    private ProactiveMessage()
    {
    }

    private ProactiveMessage(Addressee to, Actor by, DateTimeOffset at)
    {
        ContactId = to.ContactId;
        Name = Texts.Fit(to.Name, Contact.NameLimit);
        Address = Texts.Fit(to.Address, ContactIdentity.ExternalIdLimit);
        Line = to.Line;
        (ById, By, CreatedAt, DueAt) = (by.Id, by.Name, at, at);
        Touch();
    }

    /// <summary>The broadcast it is part of; null when a program sent it.</summary>
    public Guid? BroadcastId { get; private init; }

    public Guid ChannelId { get; private init; }

    /// <summary>Null while nobody is known under the address.</summary>
    public Guid? ContactId { get; private set; }

    public string? Name { get; private init; }

    /// <summary>Under which id he is written to there; what stood in the list where that is none.</summary>
    public string? Address { get; private init; }

    /// <summary>In which line of the list he stood.</summary>
    public int? Line { get; private init; }

    /// <summary>How it will read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The template with its variables, as <see cref="Message.Extra"/> keeps it.</summary>
    public string? Extra { get; private set; }

    /// <summary>How one knows that he agrees, should nobody have said so yet.</summary>
    public string? Consent { get; private set; }

    /// <summary>What the program wants to remember with it.</summary>
    public string? Metadata { get; private set; }

    public ProactiveState State { get; private set; }

    public LeftOutReason? Reason { get; private set; }

    public Guid? ById { get; private init; }

    public string By { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was written into its conversation: how fast such messages leave is measured by it.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    public Guid? MessageId { get; private set; }

    public Guid? ConversationId { get; private set; }

    public Guid? ThreadId { get; private set; }

    /// <summary>One of a broadcast: it leaves when that is sending.</summary>
    public static ProactiveMessage Of(Broadcast broadcast, Addressee to, Actor by, DateTimeOffset at) =>
        new(to, by, at) { OrganisationId = broadcast.OrganisationId, ChannelId = broadcast.ChannelId, BroadcastId = broadcast.Id };

    /// <summary>What a program sends: it leaves at once.</summary>
    public static ProactiveMessage OfProgram(Guid channelId, Addressee to, Actor by, DateTimeOffset at, Guid organisationId, Guid? id) =>
        new(to, by, at) { Id = id ?? Ids.Next(), OrganisationId = organisationId, ChannelId = channelId };

    public Actor Author => new(ActorKind.Member, ById, By);

    public MessageContent Content => new(MessageKind.Template, Text, Extra: Extra);

    /// <summary>What it says, decided when it was made.</summary>
    /// <exception cref="RuleViolation"><c>consent.how.too_long</c>, <c>proactive.metadata.too_long</c>.</exception>
    public void Say(MessageContent content, string? consent, string? metadata = null)
    {
        (Text, Extra) = (Texts.Fit(content.Text, Message.TextLimit) ?? "", content.Extra);
        Consent = Texts.Optional(consent, Contacts.Consent.HowLimit, "consent.how");
        Metadata = Texts.Optional(metadata, MetadataLimit, "proactive.metadata");
        Touch();
    }

    public void LeaveOut(LeftOutReason reason)
    {
        (State, Reason) = (ProactiveState.LeftOut, reason);
        Touch();
    }

    /// <summary>It is a message now.</summary>
    public void Become(Message message, Contact contact, DateTimeOffset at)
    {
        State = ProactiveState.Written;
        (MessageId, ConversationId, ThreadId, ContactId, WrittenAt) = (message.Id, message.ConversationId, message.ThreadId, contact.Id, at);
        Touch();
    }

    /// <summary>It could not be written now for a reason nobody foresaw: others go first.</summary>
    public void PutOff(DateTimeOffset until)
    {
        DueAt = until;
        Touch();
    }
}

/// <summary>Whom a message is for.</summary>
/// <param name="ContactId">Null while nobody is known under the address.</param>
/// <param name="Address">Under which id he is written to there.</param>
/// <param name="Line">In which line of a list he stood.</param>
public sealed record Addressee(Guid? ContactId, string? Name, string? Address, int? Line = null);

/// <summary>A message nobody had asked for went out in a conversation.</summary>
/// <param name="Broadcast">The broadcast it is part of; null when a program sent it.</param>
public sealed record ProactiveMessageSent(Conversation Conversation, Named? Broadcast, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);

/// <summary>How fast an organisation writes to people who do not wait for it: sixty messages in any minute, ten in any ten seconds of it.</summary>
public static class ProactivePace
{
    public const int PerMinute = 60;
    public const int AtOnce = 10;

    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);
}
