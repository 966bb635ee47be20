using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>Reads what rules look at, for many conversations of one organisation at once.</summary>
internal static class Subjects
{
    public static async Task<IReadOnlyList<(Conversation Conversation, Subject Subject)>> Of(
        RelaisDb db, RoutingRules rules, IReadOnlyList<Conversation> conversations, CancellationToken cancel)
    {
        if (conversations.Count == 0) return [];

        var languages = await Languages(db, conversations, cancel);
        var groups = ReferenceEquals(rules, RoutingRules.None) ? null : await Groups(db, conversations, cancel);
        return
        [
            .. conversations.Select(one => (one, new Subject(
                one.ChannelId,
                one.Visibility,
                one.TopicIds,
                groups?[one.ContactId].ToHashSet(),
                languages.GetValueOrDefault(one.ContactId),
                rules.World.Topics))),
        ];
    }

    private static async Task<ILookup<Guid, Guid>> Groups(RelaisDb db, IReadOnlyList<Conversation> conversations, CancellationToken cancel)
    {
        var contacts = conversations.Select(one => one.ContactId).Distinct().ToArray();
        var rows = await db.GroupMembers.IgnoreQueryFilters().AsNoTracking().Where(row => contacts.Contains(row.ContactId)).ToListAsync(cancel);
        return rows.ToLookup(row => row.ContactId, row => row.GroupId);
    }

    private static async Task<Dictionary<Guid, string?>> Languages(RelaisDb db, IReadOnlyList<Conversation> conversations, CancellationToken cancel)
    {
        var known = conversations.Select(one => one.ContactId).Distinct().Where(db.KnownContacts.ContainsKey).ToDictionary(id => id, id => db.KnownContacts[id].Language);
        var missing = conversations.Select(one => one.ContactId).Distinct().Where(id => !known.ContainsKey(id)).ToArray();
        if (missing.Length == 0) return known;

        foreach (var contact in await db.Contacts.IgnoreQueryFilters().Where(row => missing.Contains(row.Id)).Select(row => new { row.Id, row.Language }).ToListAsync(cancel))
            known[contact.Id] = contact.Language;
        return known;
    }
}
