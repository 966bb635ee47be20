using System.Globalization;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.X;

/// <summary>What is said in public: mentions of the account, and replies to what it wrote. A conversation is known by the post it began with.</summary>
internal sealed class XPosts(string own, DateTimeOffset cameAt)
{
    private const int LongestId = 100;

    /// <param name="post">As X tells it.</param>
    /// <param name="beside">Who wrote, what they showed, and what they answer.</param>
    public IEnumerable<Inbound> Read(LooseJson post, LooseJson beside)
    {
        if (IdIn(post["id"]) is not { } id || IdIn(post["conversation_id"]) is not { } conversation || XPeople.SenderOf(post["author_id"].Text, beside) is not { } from) return [];

        var (answered, files) = (AnsweredBy(post), FilesOf(post, beside));
        var kind = files is [var first, ..] ? first.Kind == AttachmentKind.Video ? MessageKind.Video : MessageKind.Image : MessageKind.Text;
        if (from.Ids[0] != own)
            return [new MessageIn(from, id, AtOf(post)) { Kind = kind, Text = WordsOf(post), Files = files, Visibility = Visibility.Public, Post = conversation, PostCard = CardOf(conversation, post, beside), ReplyToExternalId = answered }];

        // What the account says to nobody in particular asks for nothing.
        return answered is null ? [] : [new EchoIn(null, id, AtOf(post)) { Kind = kind, Text = WordsOf(post), Files = files, Visibility = Visibility.Public, Post = conversation, ReplyToExternalId = answered, MayBeOurs = true }];
    }

    public IEnumerable<Inbound> Removed(LooseJson post) => IdIn(post["id"]) is { } id ? [new RemovalIn(id, cameAt)] : [];

    private static string? AnsweredBy(LooseJson post) =>
        IdIn(post["referenced_tweets"].Items.FirstOrDefault(other => other["type"].Text == "replied_to")["id"]) ?? IdIn(post["in_reply_to_tweet_id"]);

    /// <summary>The post a conversation began with: it may be this very one.</summary>
    private PostCard CardOf(string conversation, LooseJson post, LooseJson beside)
    {
        var root = post["id"].Text == conversation ? post : beside["tweets"].Items.FirstOrDefault(other => other["id"].Text == conversation);
        var author = XPeople.SenderOf(root["author_id"].Text, beside)?.Profile.Name;
        return new PostCard(author, root.IsObject ? WordsOf(root) : null, $"https://x.com/i/status/{conversation}", root.IsObject ? AtOf(root) : null);
    }

    /// <summary>X shortens addresses, adds one for what is shown, and writes three signs as HTML does. Of a long post it tells the whole beside its beginning.</summary>
    private static string? WordsOf(LooseJson post)
    {
        var told = post["note_tweet"]["text"].Text is not null ? post["note_tweet"] : post;
        return XContent.Words(told["text"].Text ?? "", told["entities"]["urls"].Items, url => url["media_key"].Text is not null);
    }

    private static InboundFile[] FilesOf(LooseJson post, LooseJson beside)
    {
        var shown = beside["media"].Items.Where(media => media["media_key"].Text is not null).DistinctBy(media => media["media_key"].Text).ToDictionary(media => media["media_key"].Text!);
        return
        [
            .. from key in post["attachments"]["media_keys"].Items.Select(key => key.Text ?? "")
               let media = shown.GetValueOrDefault(key)
               let isFilm = media["type"].Text is "video" or "animated_gif"
               let address = isFilm ? XContent.Best(media["variants"], "bit_rate") : media["url"].Text
               where address is { Length: > 0 and <= Attachment.ReferenceLimit }
               select new InboundFile(isFilm ? AttachmentKind.Video : AttachmentKind.Image, null, isFilm ? "video/mp4" : null, Reference: address),
        ];
    }

    private static string? IdIn(LooseJson id) => id.Text is { Length: > 0 and <= LongestId } text && text.All(char.IsAsciiDigit) ? text : null;

    private DateTimeOffset AtOf(LooseJson post) =>
        DateTimeOffset.TryParse(post["created_at"].Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year > 2000 ? at : cameAt;
}
