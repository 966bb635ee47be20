using Relais.Domain.AutoResolve;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.AutoResolve;

/// <summary>Where the settings say so, whatever becomes Pending without a time to come back is given one, and anybody may cancel it.</summary>
internal static class PendingBoomerangs
{
    /// <returns>The events to tell, with the boomerangs that were thrown.</returns>
    public static async Task<IReadOnlyList<DomainEvent>> Follow(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var thrown = new List<Conversation>();
        var pended = events.OfType<ConversationPended>().Select(about => about.Conversation).Distinct();
        foreach (var organisation in pended.GroupBy(conversation => conversation.OrganisationId))
        {
            var policy = await AutoResolves.Policy(db, organisation.Key, cancel);
            thrown.AddRange(organisation.Where(conversation => Throw(conversation, policy)));
        }

        if (thrown.Count == 0) return events;

        DomainEvent[] told = [.. thrown.SelectMany(conversation => conversation.Events)];
        foreach (var conversation in thrown) conversation.ForgetEvents();
        await Bulk.Rewrite(db, thrown, cancel);
        return [.. events, .. told];
    }

    /// <returns>Whether it has one now that it had not.</returns>
    public static bool Throw(Conversation conversation, AutoResolvePolicy policy)
    {
        if (conversation is not { State: ConversationState.Pending, BoomerangAt: null } || policy.Boomerang.Length is not { } length) return false;

        conversation.Throw(conversation.StateSince + length, null, Actor.System, conversation.StateSince);
        return true;
    }
}
