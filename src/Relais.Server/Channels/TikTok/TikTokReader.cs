using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.TikTok;

/// <summary>
/// Turns one call of TikTok's into facts. What happened stands in it as JSON within JSON.
/// https://business-api.tiktok.com/portal/docs?id=1832190670631937
/// </summary>
/// <param name="settings">What the shop wants to see.</param>
/// <param name="learned">As whom TikTok knows us.</param>
/// <param name="cameAt">For what carries no time.</param>
internal sealed class TikTokReader(TikTokSettings settings, IReadOnlyDictionary<string, string> learned, DateTimeOffset cameAt)
{
    public const string Revoked = "revoked";

    /// <summary>In place of words TikTok keeps to itself.</summary>
    private const string Lock = "🔒";

    /// <summary>Who wrote from where TikTok names nobody: all of them are one.</summary>
    private const string Nameless = "eu";

    private const string CommentUpdate = "comment.update";
    private const string Received = "im_receive_msg";
    private const string Sent = "im_send_msg";
    private const string Stripped = "im_receive_msg_eu";
    private const string MarkedRead = "im_mark_read_msg";
    private const string Referred = "im_referral_msg";

    /// <summary>What is told elsewhere as well, or asks for nothing.</summary>
    private static readonly HashSet<string> Ignored = ["im_receive_high_intent_comment", "im_auto_message_config_update", "im_auto_message_audit_update"];

    public static bool IsCall(LooseJson call) => call["event"].Text is not null && call["user_openid"].Text is not null;

    /// <summary>What is brought again says the same, whenever it was brought.</summary>
    public static string KeyOf(LooseJson call) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{call["event"].Text}\n{call["user_openid"].Text}\n{call["content"].Text ?? Encoding.UTF8.GetString(call["content"].Bytes)}")));

    public IEnumerable<Inbound> Read(LooseJson call)
    {
        // One app may serve several accounts.
        if (call["user_openid"].Text is not { Length: > 0 } account || learned.GetValueOrDefault(TikTokTokens.Account, account) != account) return [];

        var (name, content) = (call["event"].Text ?? "", ContentOf(call));
        var at = content["timestamp"].Instant ?? call["create_time"].Instant ?? cameAt;
        return name switch
        {
            CommentUpdate => settings.Comments ? new TikTokWall(account, learned.GetValueOrDefault(TikTokTokens.Voice)).Read(content, at) : [],
            "authorization.removed" => [new AccountIn($"{Revoked}: The account has taken the app's permission back.", at)],
            _ when settings.Messages && name.StartsWith("im_", StringComparison.Ordinal) && !Ignored.Contains(name) => Private(name, account, content, at),
            _ => [],
        };
    }

    /// <summary>A text that is JSON itself; others have seen the object as it is.</summary>
    private static LooseJson ContentOf(LooseJson call) => call["content"].IsObject ? call["content"] : LooseJson.Try(Encoding.UTF8.GetBytes(call["content"].Text ?? ""));

    private static IEnumerable<Inbound> Private(string name, string account, LooseJson content, DateTimeOffset at)
    {
        // TikTok does not say in which direction it went.
        var isOurs = content["from_user"]["id"].Text == account || (name == Sent && content["to_user"]["id"].Text != account);
        var person = TikTokPeople.Other(content, isOurs, account);
        return name switch
        {
            Stripped => [Hidden(person ?? new Sender([Nameless], new(Name: "TikTok EU")), content, at)],
            _ when person is null => [],
            Received or Sent when content["reaction"].Items.Any() => isOurs ? [] : Reactions(content, person, at),
            Received or Sent => isOurs ? Echo(content, person, at) : Message(content, person, at),
            MarkedRead => isOurs ? [] : [new ReadIn(person, content["read"]["last_read_timestamp"].Instant ?? at)],
            _ when isOurs => [],
            Referred => [Notice(MessageKind.System, TikTokContent.OfReferral(content["referral"]), name, person, at)],
            _ => [Notice(MessageKind.Unsupported, new(MessageKind.Unsupported, null) { Extra = ExtraJson.Of(("type", name)).Written() }, name, person, at)],
        };
    }

    private static IEnumerable<Inbound> Message(LooseJson content, Sender from, DateTimeOffset at)
    {
        if (IdIn(content["message_id"]) is not { } id) return [];

        var said = TikTokContent.Of(content);
        return [new MessageIn(from, id, at) { Kind = said.Kind, Text = said.Text, Files = said.Files, Extra = said.Extra, ReplyToExternalId = QuotedBy(content) }];
    }

    /// <summary>What Relais sent comes back as what was written in TikTok's own app does, but for where it came from.</summary>
    private static IEnumerable<Inbound> Echo(LooseJson content, Sender to, DateTimeOffset at)
    {
        if (IdIn(content["message_id"]) is not { } id) return [];

        var said = TikTokContent.Of(content);
        var isByProgram = content["message_tag"]["source"].Text is null or "API" or "UNKNOWN_SOURCE";
        return [new EchoIn(to, id, at) { Kind = said.Kind, Text = said.Text, Files = said.Files, Extra = said.Extra, ReplyToExternalId = QuotedBy(content), MayBeOurs = isByProgram }];
    }

    private static IEnumerable<Inbound> Reactions(LooseJson content, Sender who, DateTimeOffset at) =>
        from reaction in content["reaction"].Items
        let target = IdIn(reaction["original_msg_id"])
        where target is not null
        let emoji = "REMOVE".Equals(reaction["operation"].Text, StringComparison.OrdinalIgnoreCase) ? null : reaction["emoji"].Text ?? "✨"
        select new ReactionIn(who, target, emoji, reaction["timestamp"].Instant ?? at);

    /// <summary>Of people in Europe TikTok tells only that they wrote: their words are in its own app.</summary>
    private static MessageIn Hidden(Sender from, LooseJson content, DateTimeOffset at) =>
        new(from, IdIn(content["message_id"]) ?? Named(Stripped, from, at), at) { Kind = MessageKind.Unsupported, Text = Lock, Extra = ExtraJson.Of(("type", Nameless)).Written() };

    private static MessageIn Notice(MessageKind kind, TikTokContent said, string name, Sender from, DateTimeOffset at) =>
        new(from, Named(name, from, at), at) { Kind = kind, Text = said.Text, Extra = said.Extra };

    /// <summary>What has no id of TikTok's is the same when it comes again.</summary>
    private static string Named(string name, Sender from, DateTimeOffset at)
    {
        var whole = $"{name}:{from.Ids[^1]}:{at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
        return whole.Length <= Domain.Conversations.Message.ExternalIdLimit ? whole : $"event:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))}";
    }

    private static string? QuotedBy(LooseJson content) => IdIn(content["referenced_message_info"]["referenced_message_id"]);

    private static string? IdIn(LooseJson id) => id.Text is { Length: <= Domain.Conversations.Message.ExternalIdLimit } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
