using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Server.Conversations;

/// <summary>A message as a thread shows it, whole.</summary>
public sealed record MessageView(
    Guid Id,
    Guid ConversationId,
    Guid ThreadId,
    Direction Direction,
    Actor Author,
    MessageKind Kind,
    string Text,
    IReadOnlyList<AttachmentView> Attachments,
    QuoteView? ReplyTo,
    JsonObject? Extra,
    IReadOnlyList<Reaction> Reactions,
    IReadOnlyList<Guid> TagIds,
    IReadOnlyList<Guid> MentionIds,
    DateTimeOffset At,
    DeliveryView Delivery,
    DateTimeOffset? UndoUntil,
    DateTimeOffset? EditedAt,
    DateTimeOffset? RemovedAt,
    Actor? RemovedBy,
    DateTimeOffset? HiddenAt,
    Guid? ClientId,
    int Version)
{
    public static MessageView Of(Message message) => new(
        message.Id,
        message.ConversationId,
        message.ThreadId,
        message.Direction,
        message.Author,
        message.Kind,
        message.Text,
        [.. message.Attachments.Select(AttachmentView.Of)],
        message.ReplyToId is { } quoted ? new QuoteView(quoted, message.ReplyToText ?? "", message.ReplyToDirection ?? Direction.In) : null,
        message.Extra is { } extra ? JsonSerializer.Deserialize<JsonObject>(extra) : null,
        message.Reactions,
        message.TagIds,
        message.MentionIds,
        message.At,
        new DeliveryView(message.Delivery, message.DeliveryAt, message.DeliveryCode, message.DeliveryReason),
        message.UndoUntil,
        message.EditedAt,
        message.RemovedAt,
        message.RemovedBy,
        message.HiddenAt,
        message.ClientId,
        message.Version);
}

public sealed record QuoteView(Guid Id, string Text, Direction Direction);

/// <summary>How far an answer got, and why not further.</summary>
public sealed record DeliveryView(DeliveryStatus Status, DateTimeOffset? At, string? Code, string? Reason);

/// <summary>A file of a message and where to get it.</summary>
public sealed record AttachmentView(
    Guid Id, AttachmentKind Kind, string Name, string ContentType, long Size, string? Url, AttachmentState State)
{
    public static AttachmentView Of(Attachment attachment) => new(
        attachment.Id,
        attachment.Kind,
        attachment.Name,
        attachment.ContentType,
        attachment.Size,
        attachment.Key is { } key ? $"/api/v1/attachments/{key}" : null,
        attachment.State);
}
