using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.X;

/// <summary>What one direct message says.</summary>
internal sealed record XContent(MessageKind Kind, string? Text)
{
    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>JSON in our words: a place has <c>latitude, longitude, name</c>; what was chosen of ours <c>id</c>; what is unsupported <c>type</c>.</summary>
    public string? Extra { get; private init; }

    public static XContent Of(LooseJson message)
    {
        var (attachment, words) = (message["attachment"], WordsOf(message));
        return attachment["type"].Text switch
        {
            null when message["quick_reply_response"].IsObject => new(MessageKind.Interactive, words) { Extra = ExtraJson.Of(("id", message["quick_reply_response"]["metadata"].Text)).Written() },
            null => new(MessageKind.Text, words),
            "media" => Media(attachment["media"], words),
            "location" => Place(attachment["location"], words),
            var other => new(MessageKind.Unsupported, words) { Extra = ExtraJson.Of(("type", other)).Written() },
        };
    }

    private static XContent Media(LooseJson media, string? words) => media["type"].Text switch
    {
        "photo" => new(MessageKind.Image, words) { Files = FileOf(AttachmentKind.Image, null, media["media_url_https"].Text) },
        "video" or "animated_gif" => new(MessageKind.Video, words) { Files = FileOf(AttachmentKind.Video, "video/mp4", FilmIn(media)) },
        var other => new(MessageKind.Unsupported, words) { Extra = ExtraJson.Of(("type", other)).Written() },
    };

    /// <summary>The best X has of it that a browser plays.</summary>
    private static string? FilmIn(LooseJson media) =>
        media["video_info"]["variants"].Items.Where(variant => variant["content_type"].Text == "video/mp4").OrderByDescending(variant => variant["bitrate"].Number ?? 0).FirstOrDefault()["url"].Text;

    private static XContent Place(LooseJson place, string? words)
    {
        var name = place["shared_place"]["place"]["full_name"].Text;
        var extra = ExtraJson.Of(("name", name));
        if (place["shared_coordinate"]["coordinates"]["coordinates"].Items.ToList() is [var longitude, var latitude] && (longitude.Number, latitude.Number) is ({ } east, { } north))
            (extra["latitude"], extra["longitude"]) = (north, east);
        return new(MessageKind.Location, words ?? name) { Extra = extra.ToJsonString() };
    }

    /// <summary>X shortens addresses, adds one for the file, and writes three signs as HTML does.</summary>
    private static string? WordsOf(LooseJson message)
    {
        var (text, file) = (message["text"].Text ?? "", message["attachment"]["media"]["url"].Text);
        foreach (var url in message["entities"]["urls"].Items)
        {
            if (url["url"].Text is not { Length: > 0 } written) continue;

            text = text.Replace(written, written == file ? "" : url["expanded_url"].Text ?? written, StringComparison.Ordinal);
        }

        text = text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
        return text.Length > 0 ? text : null;
    }

    private static InboundFile[] FileOf(AttachmentKind kind, string? type, string? reference) =>
        reference is { Length: > 0 and <= Attachment.ReferenceLimit } ? [new InboundFile(kind, null, type, Reference: reference)] : [];
}
