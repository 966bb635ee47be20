using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>What the account does in public: answers comments, hides and deletes them, and asks what a post says.</summary>
/// <param name="account">Its id, for where the token is its page's.</param>
internal sealed class InstagramComments(MetaGraph graph, string account)
{
    private const string NotOurs = "Instagram lets only the owner of a post delete what others say there.";

    private readonly MetaComments comments = new(graph, hides: "hide");

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.Files.Count > 0) return new Delivery.Rejected(MetaErrors.TooManyFiles, "A comment carries no file.");

        var reply = answer.Answers is { } said && InstagramMention.Is(said.Extra)
            ? await graph.Post($"{Uri.EscapeDataString(account)}/mentions", AnswerTo(said, answer), cancel)
            : await graph.Post(PlaceOf(answer), new JsonObject { ["message"] = answer.Text }, cancel);
        return MetaComments.DeliveryOf(reply, answer);
    }

    public Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel) => comments.Hide(comment, isHidden, cancel);

    /// <summary>Of a mention Meta would say the same whether it is gone or not.</summary>
    public Task<string?> Delete(Deleting deleting, CancellationToken cancel) =>
        InstagramMention.Is(deleting.Extra) ? Task.FromResult<string?>(NotOurs) : comments.Delete(deleting.ExternalId, cancel);

    public Task<ShownPost> Show(string post, CancellationToken cancel) =>
        comments.Show(post, "caption,permalink,media_type,media_url,thumbnail_url,timestamp,username", CardOf, PictureOf, cancel);

    public static ShownPost Shown(string post, LooseJson told) => MetaComments.Shown(post, told, CardOf, PictureOf);

    private static string PlaceOf(Outgoing answer) =>
        answer.Answers is { } comment ? $"{Uri.EscapeDataString(InstagramWall.TopOf(comment))}/replies" : $"{Uri.EscapeDataString(answer.Post!)}/comments";

    /// <summary>A post that mentions the account is answered under it, a comment below it.</summary>
    private static JsonObject AnswerTo(Answered mention, Outgoing answer)
    {
        var body = new JsonObject { ["media_id"] = answer.Post, ["message"] = answer.Text };
        if (mention.ExternalId != answer.Post) body["comment_id"] = mention.ExternalId;
        return body;
    }

    private static PostCard CardOf(LooseJson post) =>
        new(post["username"].Text, post["caption"].Text, post["permalink"].Text, MetaComments.Instant(post["timestamp"]));

    /// <summary>Of a film, the picture it begins with.</summary>
    private static string? PictureOf(LooseJson post) => post["thumbnail_url"].Text ?? (post["media_type"].Text == "VIDEO" ? null : post["media_url"].Text);
}
