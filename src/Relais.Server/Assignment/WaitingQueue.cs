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
        conversations.OrderBy(row => row.StateSince).ThenBy(row => row.Id);

    /// <summary>Those that somebody who is free could be given.</summary>
    public static IQueryable<Conversation> For(this IQueryable<Conversation> waiting, IEnumerable<Crew> crews)
    {
        var channelIds = crews.SelectMany(crew => crew.ChannelIds ?? new HashSet<Guid>()).Distinct().ToArray();
        return waiting.Where(row => channelIds.Contains(row.ChannelId));
    }

    /// <summary>What the choice needs to know of these, besides what they say themselves.</summary>
    public static async Task<IReadOnlyList<WaitingConversation>> Describe(
        this RelaisDb db, IReadOnlyList<Conversation> conversations, DateTimeOffset now, CancellationToken cancel)
    {
        var familiar = await LastAgents(db, [.. conversations.Select(row => row.ContactId).Distinct()], now - Familiar, cancel);
        return
        [
            .. conversations.Select(row => new WaitingConversation(
                row.Id, row.ChannelId, [], familiar.TryGetValue(row.ContactId, out var memberId) ? memberId : null)),
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
