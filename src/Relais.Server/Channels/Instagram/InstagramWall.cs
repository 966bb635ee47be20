using System.Text.Json;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>
/// Turns what Meta tells of comments under the account's posts into facts. Nothing is told of edits, nor of comments that are taken down.
/// https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram
/// </summary>
/// <param name="account">Its id: what it writes itself is an echo.</param>
internal sealed class InstagramWall(string account)
{
    private const string Parent = "parent";

    /// <summary>The first comment of a row: only that one can be answered.</summary>
    public static string TopOf(Answered comment)
    {
        if (comment.Extra is null) return comment.ExternalId;

        using var extra = JsonDocument.Parse(comment.Extra);
        return extra.RootElement.TryGetProperty(Parent, out var parent) && parent.GetString() is { Length: > 0 } top ? top : comment.ExternalId;
    }

    /// <summary>
    /// Known by the same id as in private. Of somebody who only comments, the name he goes by is all Meta ever tells; it takes the place of no other. Where
    /// even the id is missing he is known by that name, and without one he is nobody else.
    /// </summary>
    public static Sender AuthorOf(string? told, string? name, string comment)
    {
        var username = string.IsNullOrWhiteSpace(name) ? null : name;
        var profile = new Profile(username ?? "Instagram");
        if (username is not null) profile = profile with { Attributes = new Dictionary<string, string> { ["username"] = username } };
        var id = MetaIds.OfPerson(told) ?? MetaIds.OfPerson(username is null ? null : $"@{username}") ?? MetaIds.OfNobody(comment);
        return new Sender([id], profile) { IsDoubtful = true };
    }

    /// <param name="comment">One comment.</param>
    /// <param name="at">When Meta told: it does not say when it was written.</param>
    public IEnumerable<Inbound> Read(LooseJson comment, DateTimeOffset at)
    {
        if (MetaIds.OfMessage(comment["id"].Text ?? comment["comment_id"].Text) is not { } id || PostOf(comment["media"]) is not { } post) return [];

        return IsOurs(comment["from"]) ? Echo(comment, id, post, at) : [Said(comment, id, post, at)];
    }

    private static MessageIn Said(LooseJson comment, string id, string post, DateTimeOffset at)
    {
        var parent = MetaIds.OfMessage(comment["parent_id"].Text);
        return new MessageIn(AuthorOf(comment["from"]["id"].Text, comment["from"]["username"].Text, id), id, at)
        {
            Kind = string.IsNullOrWhiteSpace(comment["text"].Text) ? MessageKind.Unsupported : MessageKind.Text,
            Text = comment["text"].Text,
            Extra = ExtraJson.Of((Parent, parent)).Written(),
            ReplyToExternalId = parent,
            Visibility = Visibility.Public,
            Post = post,
        };
    }

    /// <summary>What the account says under its own post without answering anybody concerns nobody.</summary>
    private static IEnumerable<Inbound> Echo(LooseJson comment, string id, string post, DateTimeOffset at) => MetaIds.OfMessage(comment["parent_id"].Text) is { } answered
        ? [new EchoIn(null, id, at) { Text = comment["text"].Text, ReplyToExternalId = answered, Visibility = Visibility.Public, Post = post, MayBeOurs = true }]
        : [];

    private bool IsOurs(LooseJson author) => author["self_ig_scoped_id"].Text is { Length: > 0 } || author["id"].Text == account;

    /// <summary>An advertisement shows a post once more, under an id of its own.</summary>
    private static string? PostOf(LooseJson media) => MetaIds.OfPost(media["original_media_id"].Text ?? media["id"].Text);
}
