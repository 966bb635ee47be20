using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Facebook;

/// <summary>What the page does in public: answers comments, hides and deletes them, and asks what a post says.</summary>
internal sealed class FacebookComments(MetaGraph graph)
{
    private readonly MetaComments comments = new(graph, hides: "is_hidden");

    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        var place = $"{Uri.EscapeDataString(answer.Answers?.ExternalId ?? answer.Post!)}/comments";
        var reply = answer.Files is [var picture]
            ? await SendPicture(place, answer, picture, cancel)
            : await graph.Post(place, new JsonObject { ["message"] = answer.Text }, cancel);
        return MetaComments.DeliveryOf(reply, answer);
    }

    public Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel) => comments.Hide(comment, isHidden, cancel);

    public Task<string?> Delete(string comment, CancellationToken cancel) => comments.Delete(comment, cancel);

    /// <summary>A page likes a comment, or likes it no longer: Meta knows nothing else of pages.</summary>
    /// <returns>Why not, in Meta's words; null when it does.</returns>
    public async Task<string?> Like(string comment, bool isLiked, CancellationToken cancel)
    {
        var place = $"{Uri.EscapeDataString(comment)}/likes";
        var reply = isLiked ? await graph.Post(place, [], cancel) : await graph.Delete(place, cancel);
        return MetaErrors.WhyNot(reply);
    }

    public Task<ShownPost> Show(string post, CancellationToken cancel) =>
        comments.Show(post, "message,story,permalink_url,full_picture,created_time,from{name}", CardOf, told => told["full_picture"].Text, cancel);

    private static PostCard CardOf(LooseJson post) => new(
        post["from"]["name"].Text, post["message"].Text ?? post["story"].Text, post["permalink_url"].Text, MetaComments.Instant(post["created_time"]));

    private async Task<Reply> SendPicture(string place, Outgoing answer, OutgoingFile picture, CancellationToken cancel)
    {
        await using var content = await picture.Open(cancel);
        using var bytes = new StreamContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(picture.ContentType) } };
        using var form = new MultipartFormDataContent { { bytes, "source", picture.PlainName } };
        if (answer.Text.Length > 0)
        {
            using var words = new StringContent(answer.Text);
            form.Add(words, "message");
            return await graph.Post(place, form, cancel);
        }

        return await graph.Post(place, form, cancel);
    }
}
