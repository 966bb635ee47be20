using System.Security.Cryptography;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.X;

/// <summary>
/// Turns one call into facts. X has two products that call: the X Activity API wraps each event, the Account Activity API lists them.
/// The direct messages in both are alike.
/// </summary>
/// <param name="own">The account's id: what it did itself was written elsewhere, or by us.</param>
/// <param name="inPublic">Whether the shop wants to see what is said in public.</param>
internal sealed class XReader(string own, bool inPublic, DateTimeOffset cameAt)
{
    public const string Revoked = "revoked";

    /// <summary>In place of words that only the people themselves can read.</summary>
    private const string Lock = "🔒";

    private const int LongestId = 100;

    /// <summary>An event brought again has the id it had.</summary>
    public static string KeyOf(LooseJson call, ReadOnlySpan<byte> body) =>
        call["data"]["event_uuid"].Text is { Length: > 0 and <= LongestId } id ? id : Convert.ToHexStringLower(SHA256.HashData(body));

    public static bool IsCall(LooseJson call) => call["data"].IsObject || call["data"].Items.Any() || call["for_user_id"].Text is not null || call["user_event"].IsObject || call["replay_job_status"].IsObject;

    public IEnumerable<Inbound> Read(LooseJson call) =>
        call["data"].IsObject ? [.. Activity(call["data"])]
        : call["data"].Items.Any() ? [.. call["data"].Items.SelectMany(Activity)]
        : [.. Account(call)];

    private IEnumerable<Inbound> Activity(LooseJson activity)
    {
        var (type, payload) = (activity["event_type"].Text ?? "", activity["payload"]);
        if (activity["filter"]["user_id"].Text is { } user && user != own) return [];

        return type switch
        {
            "dm.received" or "dm.sent" => Messages(payload),
            "dm.read" => Reads(payload),
            "chat.received" or "chat.sent" => Encrypted(activity, payload),
            "post.mention.create" or "post.reply.create" or "post.create" => inPublic ? new XPosts(own, cameAt).Read(payload, activity["includes"]) : [],
            "post.delete" => inPublic ? new XPosts(own, cameAt).Removed(payload) : [],
            "oauth.revoke" => payload["user_id"].Text == own ? [new AccountIn($"{Revoked}: The account has taken the app's permission back.", AtOf(payload["date_time"]))] : [],
            // What else is done in public, and small signs of what somebody is about to do.
            _ when type.Split('.')[0] is "post" or "like" or "follow" or "profile" or "spaces" or "mute" or "block" or "news" || type is "dm.indicate_typing" or "chat.conversation_join" => [],
            _ => Unknown(activity, payload, type),
        };
    }

    private IEnumerable<Inbound> Account(LooseJson call)
    {
        if (call["user_event"]["revoke"]["source"]["user_id"].Text == own) return [new AccountIn($"{Revoked}: The account has taken the app's permission back.", AtOf(call["user_event"]["revoke"]["date_time"]))];

        return call["for_user_id"].Text == own ? Messages(call).Concat(Reads(call)) : [];
    }

    private IEnumerable<Inbound> Messages(LooseJson beside) => beside["direct_message_events"].Items.SelectMany(told => Message(told, beside));

    private IEnumerable<Inbound> Message(LooseJson told, LooseJson beside)
    {
        if (told["id"].Text is not { Length: > 0 and <= LongestId } id) return [];

        var (created, at) = (told["message_create"], AtOf(told["created_timestamp"]));
        var (sender, recipient) = (created["sender_id"].Text, created["target"]["recipient_id"].Text);
        var content = XContent.Of(created["message_data"]);
        if (sender == own) return XPeople.SenderOf(recipient, beside) is { } to ? [EchoOf(to, id, at, content)] : [];

        return XPeople.SenderOf(sender, beside) is { } from
            ? [new MessageIn(from, id, at) { Kind = content.Kind, Text = content.Text, Files = content.Files, Extra = content.Extra }]
            : [];
    }

    /// <summary>X tells of what Relais sent in the same way as of what was written in the app.</summary>
    private static EchoIn EchoOf(Sender to, string id, DateTimeOffset at, XContent content) =>
        new(to, id, at) { Kind = content.Kind, Text = content.Text, Files = content.Files, Extra = content.Extra, MayBeOurs = true };

    private IEnumerable<Inbound> Reads(LooseJson beside) =>
        from told in beside["direct_message_mark_read_events"].Items
        where told["sender_id"].Text != own
        let reader = XPeople.SenderOf(told["sender_id"].Text, beside)
        where reader is not null
        select new ReadIn(reader, AtOf(told["created_timestamp"]));

    /// <summary>Only who takes part can read it, in X's own app: that something was said is all we know.</summary>
    private IEnumerable<Inbound> Encrypted(LooseJson activity, LooseJson payload)
    {
        if (activity["event_uuid"].Text is not { Length: > 0 and <= LongestId } id) return [];

        var content = new XContent(MessageKind.Unsupported, Lock);
        var extra = ExtraJson.Of(("type", "encrypted")).Written();
        if (payload["sender_id"].Text != own)
            return XPeople.SenderOf(payload["sender_id"].Text, activity["includes"]) is { } from ? [new MessageIn(from, $"event:{id}", cameAt) { Kind = content.Kind, Text = content.Text, Extra = extra }] : [];

        return XPeople.SenderOf(OtherIn(payload["conversation_id"].Text), activity["includes"]) is { } to ? [new EchoIn(to, $"event:{id}", cameAt) { Kind = content.Kind, Text = content.Text, Extra = extra }] : [];
    }

    /// <summary>A conversation of two is called by both; one of several has a name of its own.</summary>
    private string? OtherIn(string? conversation) => conversation?.Split('-', ':') is [var one, var other] && (one == own || other == own) ? (one == own ? other : one) : null;

    private IEnumerable<Inbound> Unknown(LooseJson activity, LooseJson payload, string type)
    {
        var person = payload["sender_id"].Text ?? payload["source"]["id"].Text ?? payload["user_id"].Text;
        if (person == own || XPeople.SenderOf(person, activity["includes"]) is not { } from || activity["event_uuid"].Text is not { Length: > 0 and <= LongestId } id) return [];

        return [new MessageIn(from, $"event:{id}", cameAt) { Kind = MessageKind.Unsupported, Extra = ExtraJson.Of(("type", type)).Written() }];
    }

    private DateTimeOffset AtOf(LooseJson time) =>
        time.Instant ?? (DateTimeOffset.TryParse(time.Text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) && at.Year > 2000 ? at : cameAt);
}
