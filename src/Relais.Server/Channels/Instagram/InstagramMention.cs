using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>
/// Somebody mentioned the account: in the words of a post of his own, or in a comment. Meta tells only where; the rest is asked for, and read
/// in the place of what Meta told. https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram
/// </summary>
/// <param name="Media">The post.</param>
/// <param name="Comment">The comment under it; null when the post itself mentions the account.</param>
/// <param name="At">When Meta told.</param>
internal readonly record struct InstagramMention(string Media, string? Comment, DateTimeOffset At)
{
    private const int LongestNumber = 40;

    /// <summary>What Meta answered, in what it told.</summary>
    private const string Answer = "answer";

    /// <summary>In what is kept of a message: where the account was mentioned.</summary>
    private const string Mark = "mention";

    private string Id => Comment ?? Media;

    /// <summary>Null for what is none.</summary>
    public static InstagramMention? Of(string? inquiry) =>
        inquiry?.Split('/') is [var media, var comment, var at] && long.TryParse(at, CultureInfo.InvariantCulture, out var time)
            ? Of(media, comment.Length > 0 ? comment : null, DateTimeOffset.FromUnixTimeMilliseconds(time))
            : null;

    public static IEnumerable<Inbound> Read(LooseJson told, DateTimeOffset at) =>
        Of(told["media_id"].Text, told["comment_id"].Text, at) is { } mention ? [mention.Said(told[Answer])] : [];

    /// <summary>Whether a message is one, by what was kept of it.</summary>
    public static bool Is(string? extra)
    {
        if (extra is null) return false;

        using var kept = JsonDocument.Parse(extra);
        return kept.RootElement.TryGetProperty(Mark, out _);
    }

    /// <summary>The call in which Meta would have told everything; of what it does not show, that it is there.</summary>
    public ReadOnlyMemory<byte> Told(string account, LooseJson answer)
    {
        var value = new JsonObject { ["media_id"] = Media, [Answer] = answer.IsObject ? JsonNode.Parse(answer.Bytes) : new JsonObject() };
        if (Comment is not null) value["comment_id"] = Comment;
        var entry = new JsonObject
        {
            ["id"] = account, ["time"] = At.ToUnixTimeMilliseconds(), ["changes"] = new JsonArray(new JsonObject { ["field"] = InstagramEnvelope.Mentions, ["value"] = value }),
        };
        return Encoding.UTF8.GetBytes(new JsonObject { ["object"] = "instagram", ["entry"] = new JsonArray(entry) }.ToJsonString());
    }

    /// <summary>By what it is asked for.</summary>
    public override string ToString() => $"{Media}/{Comment}/{At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";

    private MessageIn Said(LooseJson answer)
    {
        var (words, post) = Comment is null ? (answer["caption"].Text, answer) : (answer["text"].Text, answer["media"]);
        var isShown = !string.IsNullOrWhiteSpace(words);
        return new MessageIn(InstagramWall.AuthorOf(null, answer["username"].Text, Id), Id, MetaComments.Instant(answer["timestamp"]) ?? At)
        {
            Kind = isShown ? MessageKind.Text : MessageKind.Unsupported,
            Text = words,
            Extra = ExtraJson.Of((Mark, Comment is null ? "post" : "comment"), ("type", isShown ? null : Mark)).Written(),
            Visibility = Visibility.Public,
            Post = Media,
            PostCard = post.IsObject ? new PostCard(post["username"].Text, post["caption"].Text, post["permalink"].Text, MetaComments.Instant(post["timestamp"])) : null,
            Inquiry = answer.IsObject ? null : ToString(),
        };
    }

    private static InstagramMention? Of(string? media, string? comment, DateTimeOffset at) =>
        IsNumber(media) && (comment is null || IsNumber(comment)) ? new InstagramMention(media!, comment, at) : null;

    private static bool IsNumber(string? text) => text is { Length: > 0 and <= LongestNumber } && text.All(char.IsAsciiDigit);
}
