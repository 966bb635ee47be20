using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>
/// Turns LinkedIn's notices of what happens under a page's posts into facts. A call may tell of several pages.
/// https://learn.microsoft.com/linkedin/marketing/community-management/organizations/organization-social-action-notifications
/// </summary>
/// <param name="organization">The page: whatever it says itself is an echo.</param>
/// <param name="cameAt">For what carries no time.</param>
internal sealed class LinkedInReader(string organization, DateTimeOffset cameAt)
{
    public IEnumerable<Inbound> Read(LooseJson call) =>
        from notice in call["notifications"].Items
        where notice["organizationalEntity"].Text == organization
        from fact in Told(notice)
        select fact;

    private IEnumerable<Inbound> Told(LooseJson notice)
    {
        var (activity, at) = (notice["decoratedGeneratedActivity"], notice["lastModifiedAt"].Instant ?? cameAt);
        var comment = activity["comment"];
        return notice["action"].Text switch
        {
            "COMMENT" => Said(notice, comment, at),
            "ADMIN_COMMENT" => Echo(notice, comment, at),
            "COMMENT_EDIT" when IdOf(notice, comment) is { } id && TextOf(comment) is { } text => [new EditIn(id, text, at)],
            "COMMENT_DELETE" when IdOf(notice, comment) is { } id => [new RemovalIn(id, at)],
            "SHARE_MENTION" => Said(notice, activity["share"], at),
            _ => [],
        };
    }

    private IEnumerable<Inbound> Said(LooseJson notice, LooseJson words, DateTimeOffset at)
    {
        if (IdOf(notice, words) is not { } id || PersonOf(words["owner"].Text) is not { } from) return [];

        var post = PostOf(notice, words) ?? id;
        return
        [
            new MessageIn(from, id, at)
            {
                Kind = TextOf(words) is null ? MessageKind.Unsupported : MessageKind.Text,
                Text = TextOf(words),
                ReplyToExternalId = AnsweredBy(words),
                Visibility = Visibility.Public,
                Post = post,
                PostCard = new PostCard(Text: TextOf(notice["decoratedSourcePost"]), Url: $"https://www.linkedin.com/feed/update/{post}"),
            },
        ];
    }

    /// <summary>What the page answers; what it says of itself belongs to nobody.</summary>
    private static IEnumerable<Inbound> Echo(LooseJson notice, LooseJson comment, DateTimeOffset at) =>
        IdOf(notice, comment) is { } id && AnsweredBy(comment) is { } answered
            ? [new EchoIn(null, id, at) { Text = TextOf(comment), ReplyToExternalId = answered, Visibility = Visibility.Public, Post = PostOf(notice, comment), MayBeOurs = true }]
            : [];

    /// <summary>An answer names the comment it is under where others name the post.</summary>
    private static string? AnsweredBy(LooseJson comment) =>
        LinkedInUrn.Of(comment["parentComment"].Text ?? comment["object"].Text) is { } above && LinkedInUrn.IsComment(above) ? above : null;

    private static string? IdOf(LooseJson notice, LooseJson words) => LinkedInUrn.Of(words["entity"].Text ?? notice["generatedActivity"].Text);

    private static string? PostOf(LooseJson notice, LooseJson words) =>
        LinkedInUrn.Of(notice["sourcePost"].Text) ?? (LinkedInUrn.Of(words["object"].Text) is { } post && !LinkedInUrn.IsComment(post) ? post : null);

    private Sender? PersonOf(string? owner) =>
        owner is { Length: > 0 and <= ContactIdentity.ExternalIdLimit } && owner.Trim().Length > 0 && owner != organization ? new Sender([owner], new Profile()) : null;

    private static string? TextOf(LooseJson words) => (words["text"].Text ?? words["message"]["text"].Text) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
