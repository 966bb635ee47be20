namespace Relais.Domain.Conversations;

/// <summary>How a conversation stood at one moment, so that it can be put back there.</summary>
public sealed record Bookmark(
    ConversationState State, DateTimeOffset StateSince, Guid? AssigneeId, DateTimeOffset? AssignedAt, DateTimeOffset? BoomerangAt, string? BoomerangNote);
