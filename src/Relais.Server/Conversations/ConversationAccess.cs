using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>The only door to conversations for a request: what one may not see is not found.</summary>
public static class ConversationAccess
{
    public static IQueryable<Conversation> VisibleTo(this IQueryable<Conversation> conversations, CurrentMember me)
    {
        if (me.ChannelIds is null) return conversations;

        var channelIds = me.ChannelIds.ToArray();
        return conversations.Where(conversation => channelIds.Contains(conversation.ChannelId));
    }

    public static IQueryable<Message> VisibleTo(this IQueryable<Message> messages, CurrentMember me)
    {
        if (me.ChannelIds is null) return messages;

        var channelIds = me.ChannelIds.ToArray();
        return messages.Where(message => channelIds.Contains(message.ChannelId));
    }

    public static Task<Conversation?> Find(this IQueryable<Conversation> conversations, Guid id, CancellationToken cancel) =>
        conversations.FirstOrDefaultAsync(conversation => conversation.Id == id, cancel);
}
