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
        "video" or "animated_gif" => new(MessageKind.Video, words) { Files = FileOf(AttachmentKind.Video, "video/mp4", Best(media["video_info"]["variants"], "bitrate")) },
        var other => new(MessageKind.Unsupported, words) { Extra = ExtraJson.Of(("type", other)).Written() },
    };

    /// <summary>The best X has of it that a browser plays.</summary>
    public static string? Best(LooseJson variants, string rate) =>
        variants.Items.Where(variant => variant["content_type"].Text == "video/mp4").OrderByDescending(variant => variant[rate].Number ?? 0).FirstOrDefault()["url"].Text;

    private static XContent Place(LooseJson place, string? words)
    {
        var name = place["shared_place"]["place"]["full_name"].Text;
        var extra = ExtraJson.Of(("name", name));
        if (place["shared_coordinate"]["coordinates"]["coordinates"].Items.ToList() is [var longitude, var latitude] && (longitude.Number, latitude.Number) is ({ } east, { } north))
            (extra["latitude"], extra["longitude"]) = (north, east);
        return new(MessageKind.Location, words ?? name) { Extra = extra.ToJsonString() };
    }

    private static string? WordsOf(LooseJson message)
    {
        var file = message["attachment"]["media"]["url"].Text;
        return Words(message["text"].Text ?? "", message["entities"]["urls"].Items, url => url["url"].Text == file);
    }

    /// <summary>X shortens addresses, adds one for the file, and writes three signs as HTML does.</summary>
    /// <param name="text">As X writes it.</param>
    /// <param name="urls">The addresses in it, each short and whole.</param>
    /// <param name="isFile">Which of them stands for what is shown below.</param>
    public static string? Words(string text, IEnumerable<LooseJson> urls, Func<LooseJson, bool> isFile)
    {
        foreach (var url in urls)
        {
            if (url["url"].Text is not { Length: > 0 } written) continue;

            text = text.Replace(written, isFile(url) ? "" : url["expanded_url"].Text ?? written, StringComparison.Ordinal);
        }

        text = text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
        return text.Length > 0 ? text : null;
    }

    private static InboundFile[] FileOf(AttachmentKind kind, string? type, string? reference) =>
        reference is { Length: > 0 and <= Attachment.ReferenceLimit } ? [new InboundFile(kind, null, type, Reference: reference)] : [];
}
