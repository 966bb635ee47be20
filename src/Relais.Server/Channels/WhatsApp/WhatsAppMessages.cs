using Relais.Domain.Conversations;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>What one message says: every type Meta has, and those it will have.</summary>
internal static class WhatsAppMessages
{
    /// <summary>Null when it says nothing we could keep, or nobody is known to have said it.</summary>
    public static Inbound? FromCustomer(WaMessage message, Sender? from, DateTimeOffset at) => message.Type switch
    {
        "edit" => EditOf(message, at),
        "revoke" => RemovalOf(message, at),
        "system" when message.System is { } notice && NewIdentity(notice, from) is { } now => new IdentityIn(from!, now, at),
        _ when from is null => null,
        "reaction" => ReactionOf(message, from, at),
        _ when message.Id is null => null,
        _ => MessageOf(message, from, at),
    };

    /// <summary>What the shop answered on its phone.</summary>
    public static Inbound? FromPhone(WaMessage echo, Sender? to, DateTimeOffset at)
    {
        if (echo.Type == "edit") return EditOf(echo, at);
        if (echo.Type == "revoke") return RemovalOf(echo, at);
        // Our own reactions have no place in a reaction of the contact's.
        if (to is null || echo.Id is null || echo.Type == "reaction") return null;

        var content = ContentOf(echo);
        return new EchoIn(to, echo.Id, at)
        {
            Kind = content.Kind,
            Text = content.Text,
            Files = content.Files,
            Extra = WhatsAppExtra.Of(echo),
            ReplyToExternalId = echo.Context?.Id,
        };
    }

    private static MessageIn MessageOf(WaMessage message, Sender from, DateTimeOffset at)
    {
        var content = ContentOf(message);
        return new MessageIn(from, message.Id!, at)
        {
            Kind = content.Kind,
            Text = content.Text,
            Files = content.Files,
            Extra = WhatsAppExtra.Of(message),
            ReplyToExternalId = message.Context?.Id,
        };
    }

    private static ReactionIn? ReactionOf(WaMessage message, Sender from, DateTimeOffset at) =>
        message.Reaction?.MessageId is { } target
            ? new ReactionIn(from, target, string.IsNullOrEmpty(message.Reaction.Emoji) ? null : message.Reaction.Emoji, at)
            : null;

    private static EditIn? EditOf(WaMessage message, DateTimeOffset at) =>
        message.Edit is { OriginalMessageId: { } target, Message: { } now } ? new EditIn(target, ContentOf(now).Text ?? "", at) : null;

    private static RemovalIn? RemovalOf(WaMessage message, DateTimeOffset at) =>
        message.Revoke?.OriginalMessageId is { } target ? new RemovalIn(target, at) : null;

    private static Sender? NewIdentity(WaNotice notice, Sender? before) =>
        before is not null && notice.Type?.StartsWith("user_changed", StringComparison.Ordinal) == true
            ? WhatsAppPeople.Of(notice.WaId ?? notice.NewWaId, notice.UserId, notice.ParentUserId, null)
            : null;

    /// <summary>A type whose body is missing is as unknown as a type we never heard of.</summary>
    private static Content ContentOf(WaMessage message) => message.Type switch
    {
        "text" when message.Text?.Body is { } body => new(MessageKind.Text, body),
        "image" when message.Image is { } image => FileOf(MessageKind.Image, AttachmentKind.Image, image),
        "video" when message.Video is { } video => FileOf(MessageKind.Video, AttachmentKind.Video, video),
        "audio" or "voice" when (message.Audio ?? message.Voice) is { } audio => FileOf(MessageKind.Audio, AttachmentKind.Audio, audio),
        "sticker" when message.Sticker is { } sticker => FileOf(MessageKind.Sticker, AttachmentKind.Image, sticker),
        "document" when message.Document is { } document => FileOf(MessageKind.Document, AttachmentKind.Document, document),
        "location" when message.Location is { } place => new(MessageKind.Location, Join(", ", place.Name, place.Address)),
        "contacts" when message.Contacts is { } cards => new(MessageKind.Contacts, Join(", ", [.. cards.Select(WhatsAppExtra.NameOf)])),
        "button" when message.Button is { } button => new(MessageKind.Button, button.Text ?? button.Payload),
        "interactive" when message.Interactive is { } choice && ChosenIn(choice) is { } chosen => new(MessageKind.Interactive, chosen),
        "order" when message.Order is { } order => new(MessageKind.Order, order.Text),
        "system" when message.System is { } notice => new(MessageKind.System, notice.Body),
        _ => new(MessageKind.Unsupported, null),
    };

    private static string? ChosenIn(WaInteractive choice) =>
        choice.ButtonReply?.Title ?? choice.ListReply?.Title ?? choice.NfmReply?.Body ?? choice.NfmReply?.Name;

    private static Content FileOf(MessageKind kind, AttachmentKind file, WaMedia media) =>
        new(kind, media.Caption) { Files = media.Id is null ? [] : [new InboundFile(file, media.Filename, media.MimeType, WhatsAppMedia.ReferenceTo(media))] };

    private static string? Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;

    private sealed record Content(MessageKind Kind, string? Text)
    {
        public IReadOnlyList<InboundFile> Files { get; init; } = [];
    }
}
