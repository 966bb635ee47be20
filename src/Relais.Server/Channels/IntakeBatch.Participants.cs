using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Channels;

/// <summary>
/// Somebody else answers what we wrote to a contact, for instance a colleague to whom he forwarded it. It stands where it belongs, and
/// is shown as another's: answers go to the contact alone, and nothing answers by itself.
/// </summary>
internal sealed partial class IntakeBatch
{
    /// <returns>Null when the contact himself writes, or nothing of ours is answered.</returns>
    private (Thread Thread, Contact Contact)? JoinedBy(ConnectedChannel channel, MessageIn fact)
    {
        if (state.ThreadAnswered(channel, fact) is not { } thread || state.ContactOf(thread) is not { } contact) return null;

        return state.ContactOf(channel, fact.From) == contact ? null : (thread, contact);
    }

    private void Join(ConnectedChannel channel, MessageIn fact, (Thread Thread, Contact Contact) joined)
    {
        var participant = new Participant(fact.From.Profile.Name, fact.From.Ids[0]);
        var author = new Actor(ActorKind.Contact, joined.Contact.Id, Texts.Fit(participant.Name ?? participant.Id, Contact.NameLimit) ?? participant.Id);
        Hear(channel, fact with { Extra = Participants.Mark(fact.Extra, participant) }, joined.Thread, joined.Contact, author);
    }
}
