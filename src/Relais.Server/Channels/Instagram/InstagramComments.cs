using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>What the account does in public: answers comments, hides and deletes them, and asks what a post says.</summary>
internal sealed class InstagramComments(MetaGraph graph)
{
    private readonly MetaComments comments = new(graph, hides: "hide");

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        if (answer.Files.Count > 0) return new Delivery.Rejected(MetaErrors.TooManyFiles, "A comment carries no file.");

        var place = answer.Answers is { } comment ? $"{Uri.EscapeDataString(InstagramWall.TopOf(comment))}/replies" : $"{Uri.EscapeDataString(answer.Post!)}/comments";
        return MetaComments.DeliveryOf(await graph.Post(place, new JsonObject { ["message"] = answer.Text }, cancel), answer);
    }

    public Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel) => comments.Hide(comment, isHidden, cancel);

    public Task<string?> Delete(Deleting deleting, CancellationToken cancel) => comments.Delete(deleting.ExternalId, cancel);

    public Task<ShownPost> Show(string post, CancellationToken cancel) =>
        comments.Show(post, "caption,permalink,media_type,media_url,thumbnail_url,timestamp,username", CardOf, PictureOf, cancel);

    private static PostCard CardOf(LooseJson post) =>
        new(post["username"].Text, post["caption"].Text, post["permalink"].Text, MetaComments.Instant(post["timestamp"]));

    /// <summary>Of a film, the picture it begins with.</summary>
    private static string? PictureOf(LooseJson post) => post["thumbnail_url"].Text ?? (post["media_type"].Text == "VIDEO" ? null : post["media_url"].Text);
}
