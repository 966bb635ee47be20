using Relais.Domain.Contacts;

namespace Relais.Server.Channels.TikTok;

/// <summary>Who is who. A conversation belongs to one person for good: it is an id of his, and the one he is written to by.</summary>
internal sealed class TikTokPeople(TikTokApi api, ChannelMemory memory, Guid channelId)
{
    private const string Conversation = "conversation:";

    /// <summary>The other side of a direct message; null where nobody is named.</summary>
    public static Sender? Other(LooseJson content, bool isOurs, string account)
    {
        var (side, username) = isOurs ? (content["to_user"], content["to"].Text) : (content["from_user"], content["from"].Text);
        var conversation = content["conversation_id"].Text is { Length: > 0 } id ? $"{Conversation}{id}" : null;
        // The id by which somebody is known under videos too, told of who wrote.
        string?[] told = [isOurs ? null : content["unique_identifier"].Text, side["id"].Text, conversation];
        string[] ids = [.. told.OfType<string>().Where(one => one.Trim().Length > 0 && one.Length <= ContactIdentity.ExternalIdLimit && one != account).Distinct(StringComparer.Ordinal)];
        return ids.Length == 0 ? null : new Sender(ids, ProfileOf(null, username));
    }

    public static string? ConversationIn(IReadOnlyList<string> ids) =>
        ids.LastOrDefault(id => id.StartsWith(Conversation, StringComparison.Ordinal))?[Conversation.Length..];

    public async Task<Introduced> Introduce(string id, string? saidIn, CancellationToken cancel) =>
        ConversationIn([id]) is { } conversation ? await OfConversation(conversation, cancel)
        : TikTokComment.Of(saidIn) is { } comment ? await OfComment(comment, cancel)
        : new Introduced.Nobody("TikTok names people only where they wrote.");

    private async Task<Introduced> OfConversation(string conversation, CancellationToken cancel)
    {
        var reply = await api.Get("business/message/content/list/", cancel, ("conversation_id", conversation));
        var person = TikTokErrors.DataOf(reply)["participants"].Items.FirstOrDefault(one => "PERSONAL_ACCOUNT".Equals(one["role"].Text, StringComparison.OrdinalIgnoreCase));
        return Known(reply, person);
    }

    /// <summary>TikTok tells here, and nowhere else, that a comment is the account's own.</summary>
    private async Task<Introduced> OfComment(TikTokComment comment, CancellationToken cancel)
    {
        var reply = await api.Get("business/comment/list/", cancel, ("video_id", comment.Video), ("comment_ids", $"[\"{comment.Number}\"]"));
        var told = TikTokErrors.DataOf(reply)["comments"].Items.FirstOrDefault(one => one["comment_id"].Text == comment.Number);
        if (told["owner"].IsTrue && told["unique_identifier"].Text is { Length: > 0 } own) await memory.Learn(channelId, TikTokTokens.Voice, own, cancel);
        return Known(reply, told);
    }

    private static Introduced Known(Reply reply, LooseJson person) =>
        Fit(person["display_name"].Text ?? person["username"].Text) is { } name ? new Introduced.As(ProfileOf(name, person["username"].Text))
        : TikTokErrors.IsPassing(reply) ? new Introduced.TryLater(TikTokErrors.FailureOf(reply).Reason)
        : new Introduced.Nobody(TikTokErrors.FailureOf(reply).Reason);

    private static Profile ProfileOf(string? name, string? username) => Fit(username) is { } known
        ? new Profile(name) { Attributes = new Dictionary<string, string> { ["username"] = known } }
        : new Profile(name);

    private static string? Fit(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
