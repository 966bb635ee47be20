using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Conversations;

/// <summary>A conversation as lists show it, whole: a newer version simply replaces an older one.</summary>
public sealed record ConversationRow(
    Guid Id,
    int Number,
    ConversationState State,
    int Version,
    Guid ChannelId,
    Guid ThreadId,
    ContactSummary Contact,
    Guid? AssigneeId,
    Visibility Visibility,
    Preview Preview,
    DateTimeOffset OpenedAt,
    DateTimeOffset StateSince,
    DateTimeOffset LastMessageAt,
    DateTimeOffset? ResolvedAt,
    Guid? ResolveReasonId,
    string? ResolveComment,
    DateTimeOffset? BoomerangAt,
    string? BoomerangNote,
    IReadOnlyList<Guid> TopicIds,
    IReadOnlyList<Guid> TeamIds,
    int Priority,
    HolderView? Holder,
    int? Score)
{
    public static ConversationRow Of(Conversation conversation, Contact contact) => new(
        conversation.Id,
        conversation.Number,
        conversation.State,
        conversation.Version,
        conversation.ChannelId,
        conversation.ThreadId,
        ContactSummary.Of(contact),
        conversation.AssigneeId,
        conversation.Visibility,
        new Preview(conversation.PreviewText, conversation.PreviewDirection, conversation.PreviewKind),
        conversation.OpenedAt,
        conversation.StateSince,
        conversation.LastMessageAt,
        conversation.ResolvedAt,
        conversation.ResolveReasonId,
        conversation.ResolveComment,
        conversation.BoomerangAt,
        conversation.BoomerangNote,
        conversation.TopicIds,
        conversation.TeamIds,
        conversation.Priority,
        conversation.Holding is { } holding ? new HolderView(holding.Agent.Id, holding.Agent.AsActor().Name, holding.Since) : null,
        conversation.Score);
}

/// <summary>The virtual agent that has a conversation in place of people.</summary>
public sealed record HolderView(Guid Id, string Name, DateTimeOffset Since);

/// <summary>The newest message in a few words.</summary>
public sealed record Preview(string Text, Direction Direction, MessageKind Kind);

/// <summary>A contact as lists show him.</summary>
public sealed record ContactSummary(Guid Id, string Name, string? AvatarUrl, bool Vip, string? Language)
{
    public static ContactSummary Of(Contact contact) => new(contact.Id, contact.DisplayName, contact.AvatarUrl, contact.IsVip, contact.Language);
}
