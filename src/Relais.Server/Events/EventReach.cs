using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Events;

/// <summary>For which teams, and for whom, the conversation behind an event is: for those who see only what is routed to them.</summary>
internal sealed class EventReach
{
    private static readonly (IReadOnlyList<Guid>, Guid?) Everyone = ([], null);

    private readonly Dictionary<Guid, (IReadOnlyList<Guid> TeamIds, Guid? AssigneeId)> byConversation = [];
    private readonly Dictionary<Guid, IReadOnlyList<Guid>> byContact = [];

    public static async Task<EventReach> Of(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var reach = new EventReach();
        foreach (var about in events.OfType<ConversationEvent>()) reach.byConversation[about.Conversation.Id] = (about.Conversation.TeamIds, about.Conversation.AssigneeId);

        var missing = events.OfType<MessageEvent>().Select(about => about.Message.ConversationId).Where(id => !reach.byConversation.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            foreach (var conversation in await db.Conversations.IgnoreQueryFilters().AsNoTracking().Where(row => missing.Contains(row.Id)).ToListAsync(cancel))
                reach.byConversation[conversation.Id] = (conversation.TeamIds, conversation.AssigneeId);
        }

        await reach.LoadContacts(db, [.. events.OfType<ContactEvent>().Select(about => about.ContactId).Distinct()], cancel);
        return reach;
    }

    public (IReadOnlyList<Guid> TeamIds, Guid? AssigneeId) Of(DomainEvent happened) => happened switch
    {
        ConversationEvent about => byConversation[about.Conversation.Id],
        MessageEvent about => byConversation.GetValueOrDefault(about.Message.ConversationId, Everyone),
        ContactEvent about => (byContact.GetValueOrDefault(about.ContactId, []), null),
        _ => Everyone,
    };

    /// <summary>A contact is known to the teams of all his conversations; to everyone once one of them is for everyone.</summary>
    private async Task LoadContacts(RelaisDb db, Guid[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0) return;

        var theirs = await db.Conversations.IgnoreQueryFilters().AsNoTracking().Where(row => ids.Contains(row.ContactId)).ToListAsync(cancel);
        foreach (var his in theirs.GroupBy(row => row.ContactId).Where(his => his.All(row => row.TeamIds.Count > 0)))
            byContact[his.Key] = [.. his.SelectMany(row => row.TeamIds).Distinct()];
    }
}
