using Microsoft.EntityFrameworkCore;
using Relais.Domain.Assignment;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>What waits in New and is nobody's, in the order of the queue.</summary>
internal static class WaitingQueue
{
    /// <summary>So long a contact is given back to who answered him last.</summary>
    private static readonly TimeSpan Familiar = TimeSpan.FromHours(24);

    public static IQueryable<Conversation> Waiting(this RelaisDb db) =>
        db.Conversations.Where(row => row.State == ConversationState.New && row.AssigneeId == null);

    public static IOrderedQueryable<Conversation> InQueueOrder(this IQueryable<Conversation> conversations) =>
        conversations.OrderByDescending(row => row.Priority).ThenBy(row => row.StateSince).ThenBy(row => row.Id);

    /// <summary>Those that somebody who is free could be given.</summary>
    public static IQueryable<Conversation> WaitingFor(this RelaisDb db, IEnumerable<Crew> crews)
    {
        var all = crews.ToList();
        var teamIds = all.ConvertAll(crew => crew.Id).ToArray();
        var channelIds = all.SelectMany(crew => crew.ChannelIds).Distinct().ToArray();
        return db.Waiting().Where(row => channelIds.Contains(row.ChannelId)
            && (!db.ConversationTeams.Any(team => team.ConversationId == row.Id)
                || db.ConversationTeams.Any(team => team.ConversationId == row.Id && teamIds.Contains(team.TeamId))));
    }

    /// <summary>What the choice needs to know of these, besides what they say themselves.</summary>
    public static async Task<IReadOnlyList<WaitingConversation>> Describe(
        this RelaisDb db, IReadOnlyList<Conversation> conversations, DateTimeOffset now, CancellationToken cancel)
    {
        var familiar = await LastAgents(db, [.. conversations.Select(row => row.ContactId).Distinct()], now - Familiar, cancel);
        return
        [
            .. conversations.Select(row => new WaitingConversation(
                row.Id, row.ChannelId, row.TeamIds, familiar.TryGetValue(row.ContactId, out var memberId) ? memberId : null)),
        ];
    }

    private static async Task<Dictionary<Guid, Guid>> LastAgents(RelaisDb db, Guid[] contactIds, DateTimeOffset since, CancellationToken cancel)
    {
        var answers = await (
            from thread in db.Threads
            join message in db.Messages on thread.Id equals message.ThreadId
            where contactIds.Contains(thread.ContactId) && message.At >= since
                && message.Direction == Direction.Out && message.AuthorKind == ActorKind.Member && message.AuthorId != null
            orderby message.At, message.Id
            select new { thread.ContactId, MemberId = message.AuthorId!.Value }).ToListAsync(cancel);

        var last = new Dictionary<Guid, Guid>();
        foreach (var answer in answers) last[answer.ContactId] = answer.MemberId;
        return last;
    }
}
