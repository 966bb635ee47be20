using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Relais.Domain.Conversations;
using Relais.Server.Channels;

namespace Relais.Server.Events;

/// <summary>Who looks at which conversation and who types, so that two do not answer the same customer. Not kept.</summary>
public sealed class Viewers(IHubContext<LiveHub> hub, Signals signals, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Look> looks = new(StringComparer.Ordinal);

    public static string Group(Guid threadId) => $"thread:{threadId:N}";

    public async Task<IReadOnlyList<Viewer>> Join(string connectionId, Conversation conversation, Guid memberId)
    {
        looks[connectionId] = new Look(conversation.Id, conversation.ThreadId, new Viewer(memberId, false, clock.GetUtcNow()));
        await Tell(conversation.Id, conversation.ThreadId);
        return Of(conversation.Id);
    }

    public async Task Leave(string connectionId)
    {
        if (!looks.TryRemove(connectionId, out var look)) return;

        await hub.Groups.RemoveFromGroupAsync(connectionId, Group(look.ThreadId));
        await Tell(look.ConversationId, look.ThreadId);
    }

    public async Task Type(string connectionId, bool on)
    {
        if (!looks.TryGetValue(connectionId, out var look)) return;

        signals.Typing(look.ThreadId, on);
        if (look.Viewer.Typing == on) return;

        looks[connectionId] = look with { Viewer = look.Viewer with { Typing = on, Since = clock.GetUtcNow() } };
        await Tell(look.ConversationId, look.ThreadId);
    }

    /// <summary>The contact of this thread is typing, or stopped.</summary>
    public Task ContactTypes(Guid threadId, Guid conversationId, bool on) =>
        hub.Clients.Group(Group(threadId)).SendAsync("contactTyping", new ContactTyping(conversationId, on));

    private Task Tell(Guid conversationId, Guid threadId) => hub.Clients.Group(Group(threadId))
        .SendAsync("viewers", new ViewersChanged(conversationId, Of(conversationId)));

    private IReadOnlyList<Viewer> Of(Guid conversationId) =>
    [
        .. looks.Values.Where(look => look.ConversationId == conversationId)
            .GroupBy(look => look.Viewer.MemberId)
            .Select(same => same.OrderByDescending(look => look.Viewer.Typing).First().Viewer),
    ];

    private sealed record Look(Guid ConversationId, Guid ThreadId, Viewer Viewer);
}

/// <summary>A colleague who has the same conversation open.</summary>
public sealed record Viewer(Guid MemberId, bool Typing, DateTimeOffset Since);
