using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Meta;

/// <summary>What one private message says: every type Meta has, and those it will have.</summary>
internal sealed record MetaContent(MessageKind Kind, string? Text)
{
    /// <summary>The thumb in three sizes.</summary>
    private static readonly string[] Thumbs = ["369239263222822", "369239343222814", "369239383222810"];

    private static readonly string[] Stores = [".fbcdn.net", ".cdninstagram.com", "lookaside.fbsbx.com"];

    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>
    /// JSON in our words: a place has <c>latitude, longitude, name</c>; a choice <c>id, title</c>; a button <c>payload</c>; what is
    /// shared <c>shared</c>; what is unsupported <c>type</c>. Around any of them: <c>story, product, advertisement, referral</c>.
    /// </summary>
    public string? Extra { get; private init; }

    public static MetaContent Of(LooseJson message, string id)
    {
        var extra = new JsonObject();
        var content = message["is_unsupported"].IsTrue ? new(MessageKind.Unsupported, message["text"].Text)
            : message["quick_reply"].IsObject ? Choice(message, extra)
            : Bare(message, id, extra);
        content = Around(message, content, id, extra);
        return content with { Extra = extra.Written() };
    }

    /// <summary>A button that was pressed; the first one of a conversation may tell where its author came from.</summary>
    public static MetaContent OfPostback(LooseJson postback)
    {
        var extra = ExtraJson.Of(("payload", postback["payload"].Text));
        Refer(postback["referral"], extra);
        return new(MessageKind.Button, postback["title"].Text ?? postback["payload"].Text) { Extra = extra.Written() };
    }

    /// <summary>Somebody came back by a link or an advertisement, or agreed to be written to, and said nothing yet.</summary>
    public static MetaContent OfNotice(string type, LooseJson notice)
    {
        var extra = ExtraJson.Of(("type", type));
        Refer(notice, extra);
        return new(MessageKind.System, $"↪ {notice["ref"].Text ?? notice["source"].Text ?? notice["title"].Text}".TrimEnd()) { Extra = extra.ToJsonString() };
    }

    private static MetaContent Choice(LooseJson message, JsonObject extra)
    {
        extra.Put(("id", message["quick_reply"]["payload"].Text), ("title", message["text"].Text));
        return new(MessageKind.Interactive, message["text"].Text ?? message["quick_reply"]["payload"].Text);
    }

    private static MetaContent Bare(LooseJson message, string id, JsonObject extra)
    {
        (LooseJson Told, int Place)[] parts = [.. message["attachments"].Items.Select((part, place) => (part, place))];
        if (parts.Length == 0)
            return message["text"].Text is { } text ? new(MessageKind.Text, text) : new(MessageKind.Unsupported, null);

        // Of a post Meta tells in the new way and, besides, in the old one.
        var isToldTwice = parts.Any(part => part.Told["type"].Text == "ig_post");
        MetaContent[] read = [.. parts.Where(part => !isToldTwice || part.Told["type"].Text != "share").Select(part => Part(part.Told, part.Place, id, extra))];
        // Of several at once one kind stands for all.
        var kind = read.FirstOrDefault(part => part.Files.Count > 0)?.Kind ?? read[0].Kind;
        var words = read.Select(part => part.Text).Prepend(message["text"].Text).Where(part => !string.IsNullOrWhiteSpace(part)).Distinct(StringComparer.Ordinal);
        return new(kind, string.Join('\n', words) is { Length: > 0 } said ? said : null) { Files = [.. read.SelectMany(part => part.Files)] };
    }

    private static MetaContent Part(LooseJson part, int place, string id, JsonObject extra)
    {
        var (type, payload) = (part["type"].Text, part["payload"]);
        switch (type)
        {
            case "image" when payload["sticker_id"].Text is { } sticker: return Sticker(sticker, payload, place, id);
            case "sticker": return Sticker(payload["sticker_id"].Text, payload, place, id);
            case "like_heart": return new(MessageKind.Sticker, "❤️");
            case "image": return File(MessageKind.Image, AttachmentKind.Image, payload, place, id);
            case "video": return File(MessageKind.Video, AttachmentKind.Video, payload, place, id);
            case "audio": return File(MessageKind.Audio, AttachmentKind.Audio, payload, place, id);
            case "file": return File(MessageKind.Document, AttachmentKind.Document, payload, place, id);
            case "story_mention":
                extra["story"] = "mention";
                return Story(payload["url"].Text, place, id);
            case "location": return Place(part, extra);
            case "fallback" or "post" or "share" or "reel" or "ig_post" or "ig_reel": return Shared(type, part, place, id, extra);
            case "template" when payload["product"].IsObject: return Products(payload["product"], extra);
            default:
                extra.Put(("type", type));
                return new(MessageKind.Unsupported, part["title"].Text ?? payload["title"].Text);
        }
    }

    private static MetaContent Sticker(string? sticker, LooseJson payload, int place, string id) => Thumbs.Contains(sticker)
        ? new(MessageKind.Sticker, "👍")
        : File(MessageKind.Sticker, AttachmentKind.Image, payload, place, id);

    private static MetaContent File(MessageKind kind, AttachmentKind file, LooseJson payload, int place, string id) =>
        new(kind, null) { Files = payload["url"].Text is { Length: > 0 } url ? [new InboundFile(file, payload["title"].Text, null, MetaFiles.ReferenceTo(id, place, url))] : [] };

    /// <summary>A picture or a film, and only its address hints at which.</summary>
    private static MetaContent Story(string? url, int place, string id)
    {
        if (string.IsNullOrEmpty(url)) return new(MessageKind.Unsupported, null);

        var isFilm = url.Contains(".mp4", StringComparison.OrdinalIgnoreCase);
        return new(isFilm ? MessageKind.Video : MessageKind.Image, null)
        {
            Files = [new InboundFile(isFilm ? AttachmentKind.Video : AttachmentKind.Image, null, null, MetaFiles.ReferenceTo(id, place, url))],
        };
    }

    private static MetaContent Place(LooseJson part, JsonObject extra)
    {
        var coordinates = part["payload"]["coordinates"];
        extra.Put(("name", part["title"].Text));
        if (coordinates["lat"].Number is { } latitude) extra["latitude"] = latitude;
        if (coordinates["long"].Number is { } longitude) extra["longitude"] = longitude;
        return new(MessageKind.Location, part["title"].Text);
    }

    private static MetaContent Shared(string type, LooseJson part, int place, string id, JsonObject extra)
    {
        if (type != "fallback") extra["shared"] = type;
        var (title, url) = (part["payload"]["title"].Text ?? part["title"].Text, part["payload"]["url"].Text ?? part["url"].Text);
        if (IsFile(url)) return Story(url, place, id) with { Text = title };

        var words = new[] { title, url }.Where(word => !string.IsNullOrWhiteSpace(word)).Distinct(StringComparer.Ordinal);
        return string.Join('\n', words) is { Length: > 0 } said ? new(MessageKind.Text, said) : new(MessageKind.Unsupported, null);
    }

    /// <summary>Meta's stores of pictures and films: what lies there is gone after days, and no page to look at.</summary>
    private static bool IsFile(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && Stores.Any(store => address.Host.EndsWith(store, StringComparison.OrdinalIgnoreCase));

    private static MetaContent Products(LooseJson product, JsonObject extra)
    {
        LooseJson[] elements = [.. product["elements"].Items];
        if (elements.Length > 0) extra.Put(("product", elements[0]["id"].Text));
        var titles = elements.Select(element => string.Join(" · ", new[] { element["title"].Text, element["subtitle"].Text }.Where(word => !string.IsNullOrWhiteSpace(word))));
        return string.Join('\n', titles.Where(title => title.Length > 0)) is { Length: > 0 } said ? new(MessageKind.Text, said) : new(MessageKind.Unsupported, null);
    }

    /// <summary>What the message answers or comes from.</summary>
    private static MetaContent Around(LooseJson message, MetaContent content, string id, JsonObject extra)
    {
        Refer(message["referral"], extra);
        var story = message["reply_to"]["story"];
        if (!story.IsObject) return content;

        extra["story"] = "reply";
        return content with { Files = [.. content.Files, .. Story(story["url"].Text, content.Files.Count, id).Files] };
    }

    private static void Refer(LooseJson referral, JsonObject extra)
    {
        if (!referral.IsObject) return;

        extra.Put(("referral", referral["ref"].Text), ("product", referral["product"]["id"].Text));
        var (advertisement, context) = (referral["ad_id"].Text, referral["ads_context_data"]);
        if (advertisement is not null || context.IsObject)
            extra["advertisement"] = ExtraJson.Of(("title", context["ad_title"].Text), ("url", context["photo_url"].Text ?? context["video_url"].Text), ("type", referral["source"].Text), ("id", advertisement));
    }
}
