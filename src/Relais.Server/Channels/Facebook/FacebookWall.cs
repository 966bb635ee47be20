using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Facebook;

/// <summary>
/// Turns what Meta tells of a page's public side into facts: comments, what visitors post, where the page is mentioned and what it is
/// rated. https://developers.facebook.com/docs/graph-api/webhooks/reference/page
/// </summary>
/// <param name="page">Its id: what it writes itself is an echo.</param>
/// <param name="cameAt">For what carries no time.</param>
internal sealed class FacebookWall(string page, DateTimeOffset cameAt)
{
    private static readonly HashSet<string> Posts = new(["post", "status", "photo", "video", "share", "album", "link"], StringComparer.Ordinal);

    public IEnumerable<Inbound> Read(LooseJson change, DateTimeOffset? sentAt)
    {
        var told = change["value"];
        var (item, at) = (told["item"].Text ?? "", told["created_time"].Instant ?? sentAt ?? cameAt);
        return change["field"].Text switch
        {
            "feed" when item == "comment" || Posts.Contains(item) => Feed(told, item, at),
            "mention" when VerbOf(told) == "add" => Said(told, at),
            "ratings" when VerbOf(told) == "add" && item == "rating" => Rating(told, at),
            _ => [],
        };
    }

    private IEnumerable<Inbound> Feed(LooseJson told, string item, DateTimeOffset at) => (VerbOf(told), IdOf(told)) switch
    {
        ("add", _) => item == "comment" ? Comment(told, at) : Said(told, at),
        ("edit" or "edited", { } id) => [new EditIn(id, told["message"].Text ?? "", told["edited_time"].Instant ?? at)],
        ("remove" or "delete", { } id) => [new RemovalIn(id, at)],
        ("hide" or "unhide", { } id) => [new HidingIn(id, VerbOf(told) == "hide", at)],
        _ => [],
    };

    private IEnumerable<Inbound> Comment(LooseJson told, DateTimeOffset at)
    {
        if (PersonIdOf(told) != page) return Said(told, at);
        if (IdOf(told) is not { } id || MetaIds.OfMessage(told["parent_id"].Text) is not { } answered || answered == PostOf(told)) return [];

        var files = FilesOf(told, id);
        return
        [
            new EchoIn(null, id, at)
            {
                Text = told["message"].Text,
                Kind = KindOf(files) ?? MessageKind.Text,
                Files = files,
                ReplyToExternalId = answered,
                Visibility = Visibility.Public,
                Post = PostOf(told),
                MayBeOurs = true,
            },
        ];
    }

    /// <summary>What somebody else than the page wrote in public.</summary>
    private IEnumerable<Inbound> Said(LooseJson told, DateTimeOffset at)
    {
        if (IdOf(told) is not { } id || PostOf(told) is not { } post || PersonIdOf(told) == page) return [];

        var files = FilesOf(told, id);
        var words = Words(told["message"].Text, files.Count == 0 ? told["link"].Text : null);
        return
        [
            new MessageIn(AuthorOf(told, id), id, at)
            {
                Kind = KindOf(files) ?? (words is null ? MessageKind.Unsupported : MessageKind.Text),
                Text = words,
                Files = files,
                ReplyToExternalId = told["parent_id"].Text is { } parent && parent != post ? MetaIds.OfMessage(parent) : null,
                Visibility = Visibility.Public,
                Post = post,
                PostCard = told["post"]["permalink_url"].Text is { } url ? new PostCard(Url: url) : null,
            },
        ];
    }

    private static IEnumerable<Inbound> Rating(LooseJson told, DateTimeOffset at)
    {
        if (MetaIds.OfPost(told["open_graph_story_id"].Text) is not { } id) return [];

        var mark = told["recommendation_type"].Text switch { "POSITIVE" => "👍", "NEGATIVE" => "👎", _ => Stars(told["rating"].Number) };
        return
        [
            new MessageIn(Person(told["reviewer_id"].Text, told["reviewer_name"].Text, id), id, at)
            {
                Text = Words(mark, told["review_text"].Text),
                Visibility = Visibility.Public,
                Post = id,
            },
        ];
    }

    private static string? Stars(double? rating) => rating is >= 1 and <= 5 ? new string('★', (int)rating) : null;

    private static string? Words(params string?[] parts) =>
        string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } words ? words : null;

    /// <summary>Pictures come by address; it runs out after days.</summary>
    private static IReadOnlyList<InboundFile> FilesOf(LooseJson told, string id)
    {
        var pictures = told["photos"].Items.Select(photo => photo.Text).Append(told["photo"].Text).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(url => (AttachmentKind.Image, url));
        var films = told["video"].Text is { } film ? [(AttachmentKind.Video, film)] : Array.Empty<(AttachmentKind, string)>();
        (AttachmentKind Kind, string Url)[] all = [.. pictures, .. films];
        if (all.Length == 0 && told["item"].Text is "photo" or "video" && told["link"].Text is { } only) all = [(told["item"].Text == "video" ? AttachmentKind.Video : AttachmentKind.Image, only)];
        return [.. all.Select((file, place) => new InboundFile(file.Kind, null, null, MetaFiles.ReferenceTo(id, place, file.Url)))];
    }

    private static MessageKind? KindOf(IReadOnlyList<InboundFile> files) =>
        files.Count == 0 ? null : files[0].Kind == AttachmentKind.Video ? MessageKind.Video : MessageKind.Image;

    private static Sender AuthorOf(LooseJson told, string id) =>
        Person(PersonIdOf(told), told["from"]["name"].Text ?? told["sender_name"].Text, id);

    private static Sender Person(string? told, string? name, string comment) => MetaIds.OfPerson(told) is { } person
        ? new Sender([person], new Profile(name))
        : new Sender([MetaIds.OfNobody(comment)], new Profile(name ?? "Facebook"));

    private static string? PersonIdOf(LooseJson told) => told["from"]["id"].Text ?? told["sender_id"].Text;

    private static string? IdOf(LooseJson told) => MetaIds.OfMessage(told["comment_id"].Text ?? told["post_id"].Text);

    private static string? PostOf(LooseJson told) => MetaIds.OfPost(told["post_id"].Text);

    private static string VerbOf(LooseJson told) => told["verb"].Text ?? "add";
}
