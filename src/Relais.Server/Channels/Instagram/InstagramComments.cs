using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>What the account does in public: answers comments, hides them, and asks what a post says.</summary>
internal sealed class InstagramComments(MetaGraph graph)
{
    /// <summary>Meta cannot recognise a repetition: once it may have been said, a person decides.</summary>
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.Files.Count > 0) return new Delivery.Rejected(MetaErrors.TooManyFiles, "A comment carries no file.");

        var place = answer.Answers is { } comment ? $"{Uri.EscapeDataString(InstagramWall.TopOf(comment))}/replies" : $"{Uri.EscapeDataString(answer.Post!)}/comments";
        var reply = await graph.Post(place, new JsonObject { ["message"] = answer.Text }, cancel);
        return reply is Reply.Answer { Succeeded: true } taken && taken.Body["id"].Text is { } id ? new Delivery.Sent(id) : MetaErrors.DeliveryOf(reply, answer.Attempt);
    }

    /// <returns>Why not, in Meta's words; null when it did.</returns>
    public async Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel)
    {
        var reply = await graph.Post(Uri.EscapeDataString(comment), new JsonObject { ["hide"] = isHidden }, cancel);
        return reply is Reply.Answer { Succeeded: true } ? null : MetaErrors.FailureOf(reply).Reason;
    }

    public async Task<ShownPost> Show(string post, CancellationToken cancel)
    {
        var reply = await graph.Get($"{Uri.EscapeDataString(post)}?fields=caption,permalink,media_type,media_url,thumbnail_url,timestamp,username", cancel);
        return reply is Reply.Answer { Succeeded: true } told
            ? new ShownPost.As(CardOf(told.Body), PictureOf(told.Body) is { } url ? MetaFiles.ReferenceTo(post, 0, url) : null)
            : MetaErrors.ShownOf(reply);
    }

    private static PostCard CardOf(LooseJson post) => new(
        post["username"].Text,
        post["caption"].Text,
        post["permalink"].Text,
        DateTimeOffset.TryParse(post["timestamp"].Text, CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null);

    /// <summary>Of a film, the picture it begins with.</summary>
    private static string? PictureOf(LooseJson post) => post["thumbnail_url"].Text ?? (post["media_type"].Text == "VIDEO" ? null : post["media_url"].Text);
}
