using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Telegram;

/// <summary>What one message says: every type Telegram has, and those it will have.</summary>
internal sealed record TelegramContent(MessageKind Kind, string? Text)
{
    /// <summary>What stands around the content of a message; the first member that is none of it says what else it is.</summary>
    private static readonly HashSet<string> Frame = new(StringComparer.Ordinal)
    {
        "message_id", "message_thread_id", "direct_messages_topic", "from", "sender_chat", "sender_boost_count", "sender_tag", "date", "edit_date",
        "business_connection_id", "chat", "forward_origin", "is_topic_message", "reply_to_message", "external_reply", "quote", "reply_to_story",
        "reply_to_checklist_task_id", "via_bot", "has_protected_content", "is_from_offline", "is_paid_post", "media_group_id", "author_signature",
        "paid_star_count", "link_preview_options", "effect_id", "reply_markup", "show_caption_above_media", "has_media_spoiler", "caption", "caption_entities",
        "entities", "guest_query_id", "forward_from", "forward_date", "forward_from_chat", "forward_sender_name", "forward_from_message_id", "forward_signature",
    };

    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>
    /// JSON in our words: a place has <c>latitude, longitude, name, address</c>; cards have <c>contacts</c>; what is unsupported
    /// <c>type</c>. Around any of them: <c>voice, animated, forwarded, album, referral</c>.
    /// </summary>
    public string? Extra { get; private init; }

    public static TelegramContent Of(LooseJson message)
    {
        var content = Bare(message);
        var extra = content.Extra is { } own ? JsonNode.Parse(own)!.AsObject() : [];
        if (message["voice"].IsObject || message["video_note"].IsObject) extra["voice"] = true;
        if (message["animation"].IsObject) extra["animated"] = true;
        if (message["forward_origin"].IsObject) extra["forwarded"] = true;
        if (message["media_group_id"].Text is { } album) extra["album"] = album;
        return content with { Extra = extra.Written() };
    }

    /// <summary>Order matters: an animation is also told as a document, a venue also as a place.</summary>
    private static TelegramContent Bare(LooseJson message) =>
        message["text"].Text is { } text ? Words(text, message["entities"])
        : message["photo"].Items.Any() ? File(MessageKind.Image, AttachmentKind.Image, Largest(message["photo"]), message, "image/jpeg")
        : message["animation"].IsObject ? File(MessageKind.Video, AttachmentKind.Video, message["animation"], message, "video/mp4")
        : message["video"].IsObject ? File(MessageKind.Video, AttachmentKind.Video, message["video"], message, "video/mp4")
        : message["video_note"].IsObject ? File(MessageKind.Video, AttachmentKind.Video, message["video_note"], message, "video/mp4")
        : message["voice"].IsObject ? File(MessageKind.Audio, AttachmentKind.Audio, message["voice"], message, "audio/ogg")
        : message["audio"].IsObject ? File(MessageKind.Audio, AttachmentKind.Audio, message["audio"], message, "audio/mpeg")
        : message["sticker"].IsObject ? Sticker(message["sticker"])
        : message["document"].IsObject ? File(MessageKind.Document, TelegramFiles.KindOf(message["document"]["mime_type"].Text), message["document"], message, null)
        : message["venue"].IsObject ? Place(message["venue"]["location"], message["venue"]["title"].Text, message["venue"]["address"].Text)
        : message["location"].IsObject ? Place(message["location"], null, null)
        : message["contact"].IsObject ? Card(message["contact"])
        : message["dice"].IsObject ? new(MessageKind.Text, $"{message["dice"]["emoji"].Text} {message["dice"]["value"].Text}".Trim())
        : new(MessageKind.Unsupported, message["poll"]["question"].Text ?? message["caption"].Text) { Extra = ExtraJson.Of(("type", message.Members.Select(member => member.Name).FirstOrDefault(name => !Frame.Contains(name)))).Written() };

    /// <summary>Who opens the chat by a link presses a button that writes <c>/start</c>, with what the link said.</summary>
    private static TelegramContent Words(string text, LooseJson entities)
    {
        if (text != "/start" && !text.StartsWith("/start ", StringComparison.Ordinal)) return new(MessageKind.Text, TelegramLinks.Shown(text, entities));

        return new(MessageKind.Button, text) { Extra = ExtraJson.Of(("payload", "/start"), ("referral", text["/start".Length..].Trim())).Written() };
    }

    private static TelegramContent File(MessageKind kind, AttachmentKind file, LooseJson media, LooseJson message, string? type)
    {
        var caption = message["caption"].Text is { } words ? TelegramLinks.Shown(words, message["caption_entities"]) : null;
        return new(kind, caption) { Files = FileOf(file, media, media["mime_type"].Text ?? type) };
    }

    private static InboundFile[] FileOf(AttachmentKind kind, LooseJson media, string? type) =>
        media["file_id"].Text is { Length: > 0 and <= Attachment.ReferenceLimit } id ? [new InboundFile(kind, media["file_name"].Text, type, Reference: id)] : [];

    /// <summary>Moving ones are in a form no browser shows: then its picture stands for it.</summary>
    private static TelegramContent Sticker(LooseJson sticker)
    {
        var files = sticker["is_video"].IsTrue ? FileOf(AttachmentKind.Video, sticker, "video/webm")
            : sticker["is_animated"].IsTrue ? FileOf(AttachmentKind.Image, sticker["thumbnail"], null)
            : FileOf(AttachmentKind.Image, sticker, "image/webp");
        return new(MessageKind.Sticker, sticker["emoji"].Text) { Files = files };
    }

    private static LooseJson Largest(LooseJson sizes) => sizes.Items.MaxBy(size => (size["width"].Number ?? 0) * (size["height"].Number ?? 0));

    private static TelegramContent Place(LooseJson place, string? name, string? address)
    {
        var extra = ExtraJson.Of(("name", name), ("address", address));
        if (place["latitude"].Number is { } latitude) extra["latitude"] = latitude;
        if (place["longitude"].Number is { } longitude) extra["longitude"] = longitude;
        return new(MessageKind.Location, Join(name, address)) { Extra = extra.ToJsonString() };
    }

    private static TelegramContent Card(LooseJson card)
    {
        var name = TelegramPeople.NameOf(card);
        var told = ExtraJson.Of(("name", name));
        if (card["phone_number"].Text is { } phone) told["phones"] = new JsonArray(ExtraJson.Of(("phone", phone)));
        return new(MessageKind.Contacts, name) { Extra = new JsonObject { ["contacts"] = new JsonArray(told) }.ToJsonString() };
    }

    private static string? Join(params string?[] parts) =>
        string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;
}
