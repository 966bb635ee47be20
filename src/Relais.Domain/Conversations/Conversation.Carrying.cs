using Relais.Domain.Broadcasts;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Routing;
using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

/// <summary>How a conversation carries what its contact did not ask for.</summary>
public sealed partial class Conversation
{
    /// <summary>
    /// A message of a broadcast, or of a program, leaves here. It answers nobody, so whoever has written waits on; and a conversation that was
    /// begun only to carry it is over at once: no queue fills with what nobody has to do, and what the contact answers begins the next.
    /// </summary>
    /// <param name="message">What leaves.</param>
    /// <param name="broadcast">The broadcast it is part of; null when a program sends it.</param>
    /// <param name="isBegunForIt">Whether nothing else was said in this conversation.</param>
    public void Carry(Message message, Named? broadcast, bool isBegunForIt)
    {
        RefuseWhenResolved();
        RememberIn(message);
        Show(message);
        Record(new MessageQueued(this, message, message.Author, message.ReceivedAt));
        Record(new ProactiveMessageSent(this, broadcast, message.Author, message.ReceivedAt));
        if (isBegunForIt) End(new Resolution(ResolveWay.Broadcast), message.Author, message.ReceivedAt);
    }
}
