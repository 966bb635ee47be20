using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Tests.Conversations;

/// <summary>Zoé writes to Maison Lune, Ana and Bruno answer: a thread without a database, with a clock that only moves here.</summary>
internal sealed class Exchange
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly Actor Ana = new(ActorKind.Member, Guid.CreateVersion7(), "Ana");
    public static readonly Actor Bruno = new(ActorKind.Member, Guid.CreateVersion7(), "Bruno");

    private static readonly TimeSpan Undo = TimeSpan.FromSeconds(5);
    private int written;

    public Exchange()
    {
        Zoe = new Contact(Guid.CreateVersion7(), new Profile("Zoé"), Noon);
        Thread = new Thread(Zoe.OrganisationId, Guid.CreateVersion7(), Zoe, Visibility.Private, null, Noon);
        Conversation = Thread.Open(Zoe.AsActor(), Noon);
    }

    public Contact Zoe { get; }

    public Thread Thread { get; }

    public Conversation Conversation { get; }

    public DateTimeOffset Now { get; private set; } = Noon;

    /// <summary>In the state a test begins with, its history forgotten.</summary>
    public static Exchange In(ConversationState state, bool withBoomerang = false)
    {
        var exchange = new Exchange();
        exchange.Receive("Bonjour");
        if (state == ConversationState.Pending) exchange.Conversation.Pend(Ana, exchange.Later());
        if (state == ConversationState.Resolved) exchange.Resolve(Ana);
        if (withBoomerang) exchange.Conversation.Throw(exchange.Now.AddHours(1), null, Ana, exchange.Later());
        exchange.Conversation.ForgetEvents();
        return exchange;
    }

    public DateTimeOffset Later(double seconds = 1) => Now = Now.AddSeconds(seconds);

    public Message Receive(string text, DateTimeOffset? at = null)
    {
        var message = Message.FromContact(
            Conversation, new MessageContent(MessageKind.Text, text), $"wamid.{++written}", Zoe.AsActor(), at ?? Later(), Now);
        Conversation.Receive(message);
        return message;
    }

    public Message Answer(Actor by, bool assignToAuthor = true)
    {
        var message = Message.ToContact(
            Conversation, new MessageContent(MessageKind.Text, "Bonjour Zoé"), Guid.CreateVersion7(), by, Later(), Undo);
        Conversation.Answer(message, assignToAuthor);
        return message;
    }

    /// <summary>As where nothing is asked for.</summary>
    public void Resolve(Actor by, string? comment = null) =>
        Conversation.Resolve(Resolution.ByHand with { Comment = comment }, new ResolvePolicy(Zoe.OrganisationId), by, Later());

    public IReadOnlyList<string> Told() => [.. Conversation.Events.Select(happened => happened.GetType().Name)];
}
