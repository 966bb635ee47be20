using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Line;

/// <summary>What one message says: every type LINE has, and those it will have.</summary>
internal sealed record LineContent(MessageKind Kind, string? Text)
{
    private const string QuoteToken = "quoteToken";
    private const string MarkAsReadToken = "markAsReadToken";

    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>
    /// JSON in our words: a place has <c>latitude, longitude, name, address</c>; what is unsupported <c>type</c>. Around any of them:
    /// <c>album, author</c>, and the tokens by which LINE lets it be quoted and marked as read.
    /// </summary>
    public string? Extra { get; private init; }

    public static LineContent Of(LooseJson told)
    {
        var message = told["message"];
        var content = Bare(message);
        var extra = content.Extra is { } own ? JsonNode.Parse(own)!.AsObject() : [];
        extra.Put((QuoteToken, message[QuoteToken].Text), (MarkAsReadToken, message[MarkAsReadToken].Text), ("album", message["imageSet"]["id"].Text), ("author", LinePeople.MemberOf(told["source"])));
        return content with { Extra = extra.Written() };
    }

    public static string? QuoteTokenIn(string? extra) => TokenIn(extra, QuoteToken);

    public static string? MarkAsReadTokenIn(string? extra) => TokenIn(extra, MarkAsReadToken);

    private static LineContent Bare(LooseJson message) => message["type"].Text switch
    {
        "text" => new(MessageKind.Text, message["text"].Text),
        "image" => File(MessageKind.Image, AttachmentKind.Image, message, "image/jpeg"),
        "video" => File(MessageKind.Video, AttachmentKind.Video, message, "video/mp4"),
        "audio" => File(MessageKind.Audio, AttachmentKind.Audio, message, "audio/mp4"),
        "file" => File(MessageKind.Document, AttachmentKind.Document, message, null),
        "location" => Place(message),
        "sticker" => Sticker(message),
        var other => new(MessageKind.Unsupported, message["text"].Text) { Extra = ExtraJson.Of(("type", other)).Written() },
    };

    private static LineContent File(MessageKind kind, AttachmentKind file, LooseJson message, string? type)
    {
        var reference = message["contentProvider"]["type"].Text == "external" ? message["contentProvider"]["originalContentUrl"].Text : message["id"].Text;
        return new(kind, null) { Files = FileOf(file, message["fileName"].Text, type, reference) };
    }

    private static LineContent Place(LooseJson place)
    {
        var (name, address) = (place["title"].Text, place["address"].Text);
        var extra = ExtraJson.Of(("name", name), ("address", address));
        if (place["latitude"].Number is { } latitude) extra["latitude"] = latitude;
        if (place["longitude"].Number is { } longitude) extra["longitude"] = longitude;
        var words = string.Join(", ", new[] { name, address }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new(MessageKind.Location, words.Length > 0 ? words : null) { Extra = extra.ToJsonString() };
    }

    /// <summary>LINE tells which it is, and what it means; its picture lies in the shop of stickers.</summary>
    private static LineContent Sticker(LooseJson sticker)
    {
        var picture = sticker["stickerId"].Text is { Length: > 0 } id && id.All(char.IsAsciiDigit)
            ? $"https://stickershop.line-scdn.net/stickershop/v1/sticker/{id}/android/sticker.png"
            : null;
        var meaning = string.Join(", ", sticker["keywords"].Items.Select(word => word.Text).OfType<string>().Take(3));
        return new(MessageKind.Sticker, sticker["text"].Text ?? (meaning.Length > 0 ? meaning : null)) { Files = FileOf(AttachmentKind.Image, null, "image/png", picture) };
    }

    private static InboundFile[] FileOf(AttachmentKind kind, string? name, string? type, string? reference) =>
        reference is { Length: > 0 and <= Attachment.ReferenceLimit } ? [new InboundFile(kind, name, type, Reference: reference)] : [];

    private static string? TokenIn(string? extra, string name) => extra is null ? null : LooseJson.Try(System.Text.Encoding.UTF8.GetBytes(extra))[name].Text;
}
