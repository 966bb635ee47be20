using Relais.Domain.Conversations;

namespace Relais.Server.Channels.TikTok;

/// <summary>What one direct message says: every type TikTok has, and those it will have.</summary>
internal sealed record TikTokContent(MessageKind Kind, string? Text)
{
    public IReadOnlyList<InboundFile> Files { get; private init; } = [];

    /// <summary>JSON in our words: what was chosen of ours <c>id</c>; what is shared <c>shared</c>; what is unsupported <c>type</c>; where somebody came from <c>referral, advertisement</c>.</summary>
    public string? Extra { get; init; }

    public static TikTokContent Of(LooseJson content)
    {
        var type = (content["type"].Text ?? "").ToLowerInvariant();
        return type switch
        {
            "text" when content["reply_source_payload"]["reply_source_unique_id"].Text is { } chosen => new(MessageKind.Interactive, WordsIn(content)) { Extra = ExtraJson.Of(("id", chosen)).Written() },
            "text" when WordsIn(content) is { } words => new(MessageKind.Text, words),
            "image" => File(MessageKind.Image, AttachmentKind.Image, TikTokFiles.ReferenceTo("IMAGE", content, content["image"])),
            "video" => File(MessageKind.Video, AttachmentKind.Video, TikTokFiles.ReferenceTo("VIDEO", content, content["video"])),
            "sticker" or "emoji" => File(MessageKind.Sticker, AttachmentKind.Image, TikTokFiles.ReferenceTo(content[type]["url"].Text)),
            "share_post" when content["share_post"]["embed_url"].Text is { Length: > 0 } address => new(MessageKind.Text, address) { Extra = ExtraJson.Of(("shared", "post")).Written() },
            "template" when TitleOf(content["template"]) is { } title => new(MessageKind.Text, title),
            _ => new(MessageKind.Unsupported, null) { Extra = ExtraJson.Of(("type", type)).Written() },
        };
    }

    /// <summary>Somebody came by an advertisement or a link, and said nothing yet.</summary>
    public static TikTokContent OfReferral(LooseJson referral)
    {
        var (advertisement, link) = (referral["ad"], referral["short_link"]);
        var extra = ExtraJson.Of(("type", "referral"), ("referral", link["ref"].Text));
        if (advertisement.IsObject)
            extra["advertisement"] = ExtraJson.Of(("title", advertisement["ad_name"].Text), ("url", advertisement["embed_url"].Text), ("type", referral["source"].Text), ("id", advertisement["ad_id"].Text));
        return new(MessageKind.System, $"↪ {advertisement["ad_name"].Text ?? link["ref"].Text ?? referral["source"].Text}".TrimEnd()) { Extra = extra.Written() };
    }

    /// <summary>A file that lies nowhere was still sent.</summary>
    private static TikTokContent File(MessageKind kind, AttachmentKind file, string? reference) =>
        new(kind, null) { Files = reference is null ? [] : [new InboundFile(file, null, null, Reference: reference)] };

    private static string? WordsIn(LooseJson content) =>
        (content["text"]["body"].Text ?? content["text"].Text) is { } words && !string.IsNullOrWhiteSpace(words) ? words : null;

    /// <summary>A question with answers to press, which only the account asks.</summary>
    private static string? TitleOf(LooseJson template) => template["title"].Text ?? template["elements"].Items.FirstOrDefault()["title"].Text;
}
