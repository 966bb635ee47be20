using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Server.Conversations;

/// <summary>Whether a comment may be answered in private: once, and not long after it was written. So the networks want it.</summary>
public sealed class PrivateReplies(RelaisDb db, TimeProvider clock)
{
    /// <param name="conversation">Where the comment stands.</param>
    /// <param name="commentId">Which; null = the contact's newest there.</param>
    /// <param name="can">What may be done where it stands.</param>
    /// <param name="sendAt">When the answer leaves; null = at once.</param>
    /// <exception cref="RuleViolation"><c>comment.no_private_reply</c>, <c>comment.too_old</c>, <c>comment.answered_privately</c>.</exception>
    public async Task<Message> Check(Conversation conversation, Guid? commentId, Capabilities can, DateTimeOffset? sendAt, CancellationToken cancel)
    {
        var comments = db.Messages.AsNoTracking()
            .Where(row => row.ThreadId == conversation.ThreadId && row.Direction == Direction.In && row.ExternalId != null && row.RemovedAt == null && (commentId == null || row.Id == commentId));
        if (conversation.Visibility == Visibility.Private || can.PrivateReplyHours is not { } hours
            || await comments.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel) is not { } comment)
            throw new RuleViolation("comment.no_private_reply", "This cannot be answered in private.");

        if (comment.At.AddHours(hours) <= (sendAt ?? clock.GetUtcNow()))
            throw new RuleViolation(
                "comment.too_old", $"A comment may be answered in private for {hours / 24} days.", new Dictionary<string, object?> { ["days"] = hours / 24 });

        var earlier = await db.Messages.AsNoTracking()
            .Where(row => row.ReplyToId == comment.Id && row.ThreadId != comment.ThreadId && row.RemovedAt == null && row.Delivery != DeliveryStatus.Failed)
            .Select(row => (Guid?)row.ConversationId).FirstOrDefaultAsync(cancel);
        if (earlier is { } id)
            throw new RuleViolation(
                "comment.answered_privately",
                "This comment was answered in private already: go on in that conversation once the contact has written there.",
                new Dictionary<string, object?> { ["conversationId"] = id });

        return comment;
    }
}
