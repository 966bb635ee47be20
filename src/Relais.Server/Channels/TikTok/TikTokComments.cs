using System.Text.Json.Nodes;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.TikTok;

/// <summary>What the account does under its videos: answers comments, likes and hides them, deletes its own, and asks what a video says.</summary>
internal sealed class TikTokComments(TikTokApi api, ChannelMemory memory, ConnectedChannel channel)
{
    private const string NoComment = "This is no comment.";

    /// <summary>TikTok cannot recognise a repetition: once it may have been said, a person decides.</summary>
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (TikTokComment.Of(answer.Answers?.ExternalId) is not { } answered) return new Delivery.Rejected(TikTokErrors.NothingToAnswer, "There is no comment to answer.");
        if (answer.Files.Count > 0) return new Delivery.Rejected(TikTokErrors.TooManyFiles, "A comment carries no file.");

        var reply = await api.Post("business/comment/reply/create/", Told(answered, ("text", answer.Text)), cancel);
        var made = TikTokErrors.DataOf(reply);
        if (TikTokComment.Of(answered.Video, made["comment_id"].Text) is not { } comment) return TikTokErrors.DeliveryOf(reply, mayRepeat: false);

        if (made["unique_identifier"].Text is { Length: > 0 } own && channel.Learned.GetValueOrDefault(TikTokTokens.Voice) != own) await memory.Learn(channel.Id, TikTokTokens.Voice, own, cancel);
        return new Delivery.Sent(comment.ToString());
    }

    /// <returns>Why not, in TikTok's words; null when it did.</returns>
    public Task<string?> Hide(string id, bool isHidden, CancellationToken cancel) => Act("business/comment/hide/", id, isHidden ? "HIDE" : "UNHIDE", cancel);

    /// <summary>Only what the account said itself.</summary>
    /// <returns>Why not, in TikTok's words; null when it is gone.</returns>
    public async Task<string?> Delete(string id, CancellationToken cancel)
    {
        if (TikTokComment.Of(id) is not { } comment) return NoComment;

        var reply = await api.Post("business/comment/delete/", new JsonObject { ["comment_id"] = comment.Number }, cancel);
        return TikTokErrors.IsOk(reply) || TikTokErrors.IsGone(reply) ? null : TikTokErrors.FailureOf(reply).Reason;
    }

    /// <summary>TikTok's heart, and nothing else.</summary>
    /// <returns>Why not, in TikTok's words; null when it did.</returns>
    public Task<string?> Like(string id, bool isLiked, CancellationToken cancel) => Act("business/comment/like/", id, isLiked ? "LIKE" : "UNLIKE", cancel);

    public async Task<ShownPost> Show(string video, CancellationToken cancel)
    {
        var reply = await api.Get(
            "business/video/list/", cancel, ("fields", """["item_id","caption","share_url","thumbnail_url","create_time"]"""), ("filters", $$"""{"video_ids":["{{video}}"]}"""));
        var told = TikTokErrors.DataOf(reply)["videos"].Items.FirstOrDefault(one => one["item_id"].Text == video);
        return told.IsObject ? new ShownPost.As(new PostCard(null, told["caption"].Text, told["share_url"].Text, told["create_time"].Instant), TikTokFiles.ReferenceTo(told["thumbnail_url"].Text))
            : TikTokErrors.IsPassing(reply) ? new ShownPost.TryLater(TikTokErrors.FailureOf(reply).Reason)
            : new ShownPost.Gone(TikTokErrors.IsOk(reply) ? "TikTok does not show this video." : TikTokErrors.FailureOf(reply).Reason);
    }

    private async Task<string?> Act(string path, string id, string action, CancellationToken cancel)
    {
        if (TikTokComment.Of(id) is not { } comment) return NoComment;

        var reply = await api.Post(path, Told(comment, ("action", action)), cancel);
        return TikTokErrors.IsOk(reply) ? null : TikTokErrors.FailureOf(reply).Reason;
    }

    private static JsonObject Told(TikTokComment comment, (string Name, string Value) more) =>
        new() { ["video_id"] = comment.Video, ["comment_id"] = comment.Number, [more.Name] = more.Value };
}
