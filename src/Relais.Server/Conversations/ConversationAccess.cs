using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>The only door to conversations for a request: what one may not see is not found. <see cref="Sight"/> says the same of
/// a single event.</summary>
public static class ConversationAccess
{
    public static IQueryable<Conversation> VisibleTo(this IQueryable<Conversation> conversations, CurrentMember me, RelaisDb db)
    {
        if (me.ChannelIds is null) return conversations;

        var channelIds = me.ChannelIds.ToArray();
        var seen = conversations.Where(conversation => channelIds.Contains(conversation.ChannelId));
        return me.Sight.IsPartial ? seen.Routed(me.Sight, db) : seen;
    }

    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, CurrentMember me, RelaisDb db)
    {
        if (me.ChannelIds is null) return messages;

        var channelIds = me.ChannelIds.ToArray();
        var seen = messages.Where(message => channelIds.Contains(message.ChannelId));
        if (!me.Sight.IsPartial) return seen;

        var conversations = db.Conversations.VisibleTo(me, db).Select(conversation => conversation.Id);
        return seen.Where(message => conversations.Contains(message.ConversationId));
    }

    /// <summary>What is posted in public everybody may see who sees anything of its channel.</summary>
    public static IQueryable<Post> VisibleTo(this IQueryable<Post> posts, CurrentMember me)
    {
        if (me.ChannelIds is null) return posts;

        var channelIds = me.ChannelIds.ToArray();
        return posts.Where(post => channelIds.Contains(post.ChannelId));
    }

    public static Task<Conversation?> Find(this IQueryable<Conversation> conversations, Guid id, CancellationToken cancel) =>
        conversations.FirstOrDefaultAsync(conversation => conversation.Id == id, cancel);

    private static IQueryable<Conversation> Routed(this IQueryable<Conversation> conversations, Sight sight, RelaisDb db)
    {
        var (partial, teams) = (sight.RoutedChannelIds.ToArray(), sight.TeamIds.ToArray());
        return conversations.Where(conversation => !partial.Contains(conversation.ChannelId)
            || conversation.AssigneeId == sight.MemberId
            || !db.ConversationTeams.Any(row => row.ConversationId == conversation.Id)
            || db.ConversationTeams.Any(row => row.ConversationId == conversation.Id && teams.Contains(row.TeamId)));
    }
}
