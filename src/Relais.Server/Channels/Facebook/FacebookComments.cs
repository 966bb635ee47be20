using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Facebook;

/// <summary>What the page does in public: answers comments, hides them, and asks what a post says.</summary>
internal sealed class FacebookComments(MetaGraph graph)
{
    /// <summary>Meta cannot recognise a repetition: once it may have been said, a person decides.</summary>
    public async Task<Delivery> Send(Outgoing answer, CancellationToken cancel)
    {
        var place = $"{Uri.EscapeDataString(answer.Answers?.ExternalId ?? answer.Post!)}/comments";
        var reply = answer.Files is [var picture]
            ? await SendPicture(place, answer, picture, cancel)
            : await graph.Post(place, new JsonObject { ["message"] = answer.Text }, cancel);
        return reply is Reply.Answer { Succeeded: true } taken && taken.Body["id"].Text is { } id ? new Delivery.Sent(id) : MetaErrors.DeliveryOf(reply, answer.Attempt);
    }

    /// <returns>Why not, in Meta's words; null when it did.</returns>
    public async Task<string?> Hide(string comment, bool isHidden, CancellationToken cancel)
    {
        var reply = await graph.Post(Uri.EscapeDataString(comment), new JsonObject { ["is_hidden"] = isHidden }, cancel);
        return reply is Reply.Answer { Succeeded: true } ? null : MetaErrors.FailureOf(reply).Reason;
    }

    public async Task<ShownPost> Show(string post, CancellationToken cancel)
    {
        var reply = await graph.Get($"{Uri.EscapeDataString(post)}?fields=message,story,permalink_url,full_picture,created_time,from{{name}}", cancel);
        return reply is Reply.Answer { Succeeded: true } told
            ? new ShownPost.As(CardOf(told.Body), PictureOf(post, told.Body))
            : MetaErrors.ShownOf(reply);
    }

    private static PostCard CardOf(LooseJson post) => new(
        post["from"]["name"].Text,
        post["message"].Text ?? post["story"].Text,
        post["permalink_url"].Text,
        DateTimeOffset.TryParse(post["created_time"].Text, CultureInfo.InvariantCulture, out var at) ? at.ToUniversalTime() : null);

    private static string? PictureOf(string post, LooseJson told) => told["full_picture"].Text is { } url ? MetaFiles.ReferenceTo(post, 0, url) : null;

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
