using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Viber;

/// <summary>What one message says: every type Viber has, and those it will have.</summary>
internal sealed record ViberContent(MessageKind Kind, string? Text)
{
    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>JSON in our words: a place has <c>latitude, longitude, address</c>; cards have <c>contacts</c>; what is unsupported <c>type</c>.</summary>
    public string? Extra { get; private init; }

    public static ViberContent Of(LooseJson message) => message["type"].Text switch
    {
        "text" => new(MessageKind.Text, message["text"].Text),
        "url" => new(MessageKind.Text, Link(message)),
        "picture" => File(MessageKind.Image, AttachmentKind.Image, message, null),
        "video" => File(MessageKind.Video, AttachmentKind.Video, message, "video/mp4"),
        "file" => File(MessageKind.Document, AttachmentKind.Document, message, null),
        "sticker" => Sticker(message),
        "contact" => Card(message["contact"]),
        "location" => Place(message["location"]),
        var other => new(MessageKind.Unsupported, message["text"].Text) { Extra = ExtraJson.Of(("type", other)).Written() },
    };

    /// <summary>The address, below what was said of it.</summary>
    private static string? Link(LooseJson message)
    {
        var (text, url) = (message["text"].Text, message["media"].Text);
        return url is null || text?.Contains(url, StringComparison.Ordinal) == true ? text
            : string.IsNullOrWhiteSpace(text) ? url
            : $"{text}\n{url}";
    }

    private static ViberContent File(MessageKind kind, AttachmentKind file, LooseJson message, string? type) =>
        new(kind, message["text"].Text) { Files = FileOf(file, message["file_name"].Text, type, message["media"].Text) };

    /// <summary>Where Viber does not say where its picture lies, its number does.</summary>
    private static ViberContent Sticker(LooseJson sticker)
    {
        var picture = sticker["media"].Text is { Length: > 0 } media ? media
            : sticker["sticker_id"].Text is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? $"https://viber.github.io/docs/img/stickers/{id}.png"
            : null;
        return new(MessageKind.Sticker, null) { Files = FileOf(AttachmentKind.Image, null, "image/png", picture) };
    }

    private static ViberContent Card(LooseJson card)
    {
        var (name, phone) = (card["name"].Text, card["phone_number"].Text);
        var told = ExtraJson.Of(("name", name));
        if (phone is not null) told["phones"] = new JsonArray(ExtraJson.Of(("phone", phone)));
        return new(MessageKind.Contacts, name ?? phone) { Extra = new JsonObject { ["contacts"] = new JsonArray(told) }.ToJsonString() };
    }

    private static ViberContent Place(LooseJson place)
    {
        var address = place["address"].Text;
        var extra = ExtraJson.Of(("address", address));
        if (place["lat"].Number is { } latitude) extra["latitude"] = latitude;
        if (place["lon"].Number is { } longitude) extra["longitude"] = longitude;
        return new(MessageKind.Location, string.IsNullOrWhiteSpace(address) ? null : address) { Extra = extra.ToJsonString() };
    }

    private static InboundFile[] FileOf(AttachmentKind kind, string? name, string? type, string? reference) =>
        reference is { Length: > 0 and <= Attachment.ReferenceLimit } ? [new InboundFile(kind, name, type, Reference: reference)] : [];
}
