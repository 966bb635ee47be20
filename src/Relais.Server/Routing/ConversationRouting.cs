using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>
/// The routing step of every transaction: whatever enters New or changes its topics gets its teams and its priority before
/// anybody is told of it. A transaction that changes rules has all open conversations looked at again afterwards, one that changes
/// a contact has his.
/// </summary>
public sealed class ConversationRouting(RoutingBook book)
{
    /// <returns>The events to tell: what was routed anew says so first, so that whoever may no longer see it hears nothing else of it.</returns>
    public async Task<IReadOnlyList<DomainEvent>> Follow(
        RelaisDb db, IReadOnlyList<DomainEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var organisationId in events.Where(ChangesRules).Select(happened => happened.OrganisationId).Distinct())
            await Reroutings.Ask(db, organisationId, cancel);
        await AskForContacts(db, events, cancel);

        var turns = events.OfType<ConversationEvent>().GroupBy(about => about.Conversation)
            .Where(turn => turn.Key is { IsResolved: false, IsHeld: false } && turn.Any(NeedsRouting)).ToList();
        if (turns.Count == 0) return events;

        var told = new Dictionary<Conversation, DomainEvent>();
        foreach (var organisation in turns.GroupBy(turn => turn.Key.OrganisationId))
        {
            var rules = await book.Open(db, organisation.Key, cancel);
            var routing = new Routed(db, organisation.Key, rules, now);
            await routing.Decide([.. organisation.Select(turn => turn.Key)], cancel);
            foreach (var turn in organisation) routing.Route(turn.Key, StoodAt(turn));
            foreach (var happened in await routing.Write(cancel)) told[happened.Conversation] = happened;
        }

        return told.Count == 0 ? events : Told(events, told);
    }

    private static bool ChangesRules(DomainEvent happened) =>
        happened is SkillSetChanged or RoutingPolicyChanged or TopicChanged or TeamChanged { IsForRouting: true } or ChannelChanged or ContactGroupChanged
            or ContactSweepMoved { IsRunning: false };

    /// <summary>Whoever changed may be in other groups or speak another language: what he has open is looked at right after.</summary>
    private async Task AskForContacts(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        foreach (var organisation in events.OfType<ContactEvent>().GroupBy(about => about.OrganisationId))
        {
            if ((await book.Open(db, organisation.Key, cancel)).LookAtContacts)
                await Reroutings.Ask(db, organisation.Key, [.. organisation.SelectMany(about => about.Concerned).Distinct().Order()], cancel);
        }
    }

    private static bool NeedsRouting(ConversationEvent about) =>
        about is ConversationOpened or ConversationReturned or ConversationReopened or ConversationTopicsChanged
            or { From.State: ConversationState.Held };

    /// <summary>Where it stood before this transaction; null = there was nothing yet.</summary>
    private static QueuePlace? StoodAt(IEnumerable<ConversationEvent> turn)
    {
        foreach (var about in turn.Where(about => about.Moved)) return about.From;
        return turn.First().Conversation.Place;
    }

    private static List<DomainEvent> Told(IReadOnlyList<DomainEvent> events, Dictionary<Conversation, DomainEvent> routed)
    {
        var all = new List<DomainEvent>(events.Count + routed.Count);
        foreach (var happened in events)
        {
            if (happened is ConversationEvent about && routed.Remove(about.Conversation, out var first)) all.Add(first);
            all.Add(happened);
        }

        return all;
    }
}
