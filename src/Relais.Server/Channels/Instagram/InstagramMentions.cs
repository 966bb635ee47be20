using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>
/// Asks Meta what is said where the account is mentioned: nothing of strangers is shown to it otherwise.
/// https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment
/// </summary>
/// <param name="account">Its id, for the token is its page's.</param>
internal sealed class InstagramMentions(MetaGraph graph, string account)
{
    private const string MediaFields = "username,caption,permalink,timestamp";

    /// <summary>Meta shows not all of them everywhere, and then none at all: the fewer are asked for next.</summary>
    private static readonly string[] OfComments = [$"text,timestamp,username,media{{{MediaFields}}}", "text,timestamp"];
    private static readonly string[] OfPosts = [$"{MediaFields},media_type,media_url,thumbnail_url", "username,caption,timestamp"];

    public async Task<Inquired> Inquire(string inquiry, CancellationToken cancel)
    {
        if (InstagramMention.Of(inquiry) is not { } mention) return new Inquired.TryLater("This is no mention.");

        var (answer, failure) = mention.Comment is { } comment
            ? await Look($"mentioned_comment.comment_id({comment})", OfComments, cancel)
            : await Look($"mentioned_media.media_id({mention.Media})", OfPosts, cancel);
        return failure is { } later ? new Inquired.TryLater(later.Reason, later.After) : new Inquired.As(mention.Told(account, answer));
    }

    /// <summary>A post of somebody else's that mentions the account.</summary>
    public async Task<ShownPost> Show(string post, CancellationToken cancel)
    {
        var (answer, failure) = await Look($"mentioned_media.media_id({Uri.EscapeDataString(post)})", OfPosts, cancel);
        return answer.IsObject ? InstagramComments.Shown(post, answer) : failure ?? (ShownPost)new ShownPost.Gone("Instagram does not show this post.");
    }

    /// <returns>Nothing, where Meta shows nothing of it; and why not, where it may another time.</returns>
    private async Task<(LooseJson Answer, ShownPost.TryLater? Failure)> Look(string place, string[] wanted, CancellationToken cancel)
    {
        foreach (var fields in wanted)
        {
            var reply = await graph.Get($"{Uri.EscapeDataString(account)}?fields={place}{{{fields}}}", cancel);
            if (reply is Reply.Answer { Succeeded: true } told) return (told.Body[place.Split('.')[0]], null);
            if (MetaErrors.ShownOf(reply) is ShownPost.TryLater later) return (default, later);
        }

        return (default, null);
    }
}
