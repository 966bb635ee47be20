using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.TikTok;

/// <summary>What happens under the account's videos: comments that come, go, and are hidden.</summary>
/// <param name="account">Its id where it is called by name.</param>
/// <param name="voice">Its id where it comments; null until TikTok has told it.</param>
internal sealed class TikTokWall(string account, string? voice)
{
    public IEnumerable<Inbound> Read(LooseJson told, DateTimeOffset at)
    {
        if (TikTokComment.Of(told["video_id"].Text, told["comment_id"].Text) is not { } comment) return [];

        return told["comment_action"].Text switch
        {
            "insert" => Said(told, comment, at),
            "delete" => [new RemovalIn(comment.ToString(), at)],
            "set_to_hidden" or "set_to_friends_only" => [new HidingIn(comment.ToString(), IsHidden: true, at)],
            "set_to_public" => [new HidingIn(comment.ToString(), IsHidden: false, at)],
            _ => [],
        };
    }

    private IEnumerable<Inbound> Said(LooseJson told, TikTokComment comment, DateTimeOffset at)
    {
        if (told["unique_identifier"].Text is not { Length: > 0 and <= ContactIdentity.ExternalIdLimit } person || person.Trim().Length == 0) return [];

        var (words, answered) = (TextOf(told), TikTokComment.Of(comment.Video, told["parent_comment_id"].Text)?.ToString());
        if (person == voice || person == account) return Echo(comment, words, answered, at);

        return
        [
            new MessageIn(new Sender([person], new Profile()), comment.ToString(), at)
            {
                Kind = words is null ? MessageKind.Unsupported : MessageKind.Text,
                Text = words,
                Extra = words is null ? ExtraJson.Of(("type", "comment")).Written() : null,
                ReplyToExternalId = answered,
                Visibility = Visibility.Public,
                Post = comment.Video,
            },
        ];
    }

    /// <summary>What the account says to nobody in particular asks for nothing.</summary>
    private static IEnumerable<Inbound> Echo(TikTokComment comment, string? words, string? answered, DateTimeOffset at) => answered is null
        ? []
        : [new EchoIn(null, comment.ToString(), at) { Text = words, ReplyToExternalId = answered, Visibility = Visibility.Public, Post = comment.Video, MayBeOurs = true }];

    private static string? TextOf(LooseJson told) => told["text"].Text is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
