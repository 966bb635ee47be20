using Relais.Domain.Conversations;
using Relais.Domain.Replies;
using Relais.Server.Conversations;

namespace Relais.Server.Replies;

/// <summary>A collection as one member sees it.</summary>
/// <param name="OwnerId">Whose own it is; null = shared.</param>
/// <param name="OfferedUntil">Until when it may be taken over: its owner has left.</param>
/// <param name="MayEdit">Whether this member may change it and what is in it.</param>
public sealed record ReplyCollectionView(
    Guid Id, string Name, Guid? OwnerId, IReadOnlyList<Guid> TeamIds, IReadOnlyList<Guid> ChannelIds, DateTimeOffset? OfferedUntil, bool MayEdit)
{
    public static ReplyCollectionView Of(ReplyCollection collection, ReplyReader reader) => new(
        collection.Id,
        collection.Name,
        collection.OwnerId,
        collection.TeamIds,
        collection.ChannelIds,
        collection.OfferedUntil,
        collection.IsEditableBy(reader));
}

/// <summary>A saved reply with its gaps still open.</summary>
/// <param name="Shortcut">Typed after a slash, it brings this reply.</param>
/// <param name="Uses">In how many accepted answers it was used.</param>
public sealed record SavedReplyView(
    Guid Id, Guid CollectionId, string Title, string Body, string? Language, string? Shortcut, IReadOnlyList<AttachmentView> Attachments, int Uses)
{
    public static SavedReplyView Of(SavedReply reply, IEnumerable<Attachment> files) => new(
        reply.Id, reply.CollectionId, reply.Title, reply.Body, reply.Language, reply.Shortcut, [.. files.Select(AttachmentView.Of)], reply.Uses);
}
