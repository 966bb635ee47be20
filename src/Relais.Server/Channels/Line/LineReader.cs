using System.Security.Cryptography;
using System.Text;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Line;

/// <summary>Turns one call into facts, event by event. What it does not know is shown as such, as long as somebody is known to have done it.</summary>
internal sealed class LineReader(DateTimeOffset cameAt)
{
    public const string Suspended = "suspended";
    public const string Deactivated = "deactivated";

    private const int LongestKey = 100;

    /// <summary>An event brought again has the id it had; several at once are known by all of theirs.</summary>
    public static string KeyOf(LooseJson call, ReadOnlySpan<byte> body)
    {
        string?[] ids = [.. call["events"].Items.Select(told => told["webhookEventId"].Text)];
        return ids is [{ Length: > 0 and <= LongestKey } only] ? only
            : Convert.ToHexStringLower(ids.All(id => id is not null) ? SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', ids))) : SHA256.HashData(body));
    }

    public IEnumerable<Inbound> Read(LooseJson call) => [.. from told in call["events"].Items from fact in Of(told) select fact];

    private IEnumerable<Inbound> Of(LooseJson told) => told["type"].Text switch
    {
        "message" => Message(told),
        "messageEdited" => Edit(told),
        "unsend" => Unsent(told),
        "postback" => Pressed(told),
        "join" => Notice(told, "✅", "joined"),
        "follow" => Notice(told, "✅", told["follow"]["isUnblocked"].IsTrue ? "unblocked" : "followed", onlyOfAcquaintances: true),
        "unfollow" => Notice(told, "🚫", "blocked", onlyOfAcquaintances: true),
        "leave" => Notice(told, "🚫", "left", onlyOfAcquaintances: true),
        "memberJoined" => Notice(told, $"✅ +{told["joined"]["members"].Items.Count()}", "memberJoined", onlyOfAcquaintances: true),
        "memberLeft" => Notice(told, $"🚫 −{told["left"]["members"].Items.Count()}", "memberLeft", onlyOfAcquaintances: true),
        "membership" => Notice(told, "⭐", $"membership.{told["membership"]["type"].Text}", onlyOfAcquaintances: true),
        "botSuspended" => [new AccountIn($"{Suspended}: LINE has suspended the account.", AtOf(told))],
        "deactivated" => [new AccountIn($"{Deactivated}: Another service answers for the account.", AtOf(told))],
        "botResumed" or "activated" => [new AccountIn(null, AtOf(told))],
        // What a phone or another service does without anybody saying something.
        "videoPlayComplete" or "beacon" or "accountLink" or "module" or "delivery" => [],
        var other => Unknown(told, other),
    };

    private IEnumerable<Inbound> Message(LooseJson told)
    {
        if (LinePeople.SenderOf(told["source"]) is not { } from || told["message"]["id"].Text is not { Length: > 0 and <= Domain.Conversations.Message.ExternalIdLimit } id) return [];

        var content = LineContent.Of(told);
        return
        [
            new MessageIn(from, id, AtOf(told))
            {
                Kind = content.Kind,
                Text = content.Text,
                Files = content.Files,
                Extra = content.Extra,
                ReplyToExternalId = told["message"]["quotedMessageId"].Text,
            },
        ];
    }

    private IEnumerable<Inbound> Edit(LooseJson told) =>
        told["message"]["id"].Text is { Length: > 0 } id ? [new EditIn(id, told["message"]["text"].Text ?? "", AtOf(told))] : [];

    /// <summary>LINE asks that what was taken back be seen no more: its words go, too.</summary>
    private IEnumerable<Inbound> Unsent(LooseJson told) =>
        told["unsend"]["messageId"].Text is { Length: > 0 } id ? [new EditIn(id, "", AtOf(told)), new RemovalIn(id, AtOf(told))] : [];

    /// <summary>A button of the menu: a date he chose, or else what the button stands for.</summary>
    private IEnumerable<Inbound> Pressed(LooseJson told)
    {
        var (data, chosen) = (told["postback"]["data"].Text, told["postback"]["params"]);
        var when = chosen["datetime"].Text ?? chosen["date"].Text ?? chosen["time"].Text;
        return Event(told, MessageKind.Button, when ?? data, ExtraJson.Of(("payload", data), ("author", LinePeople.MemberOf(told["source"]))).Written(), onlyOfAcquaintances: false);
    }

    private IEnumerable<Inbound> Notice(LooseJson told, string sign, string type, bool onlyOfAcquaintances = false) =>
        Event(told, MessageKind.System, sign, ExtraJson.Of(("type", type)).Written(), onlyOfAcquaintances);

    private IEnumerable<Inbound> Unknown(LooseJson told, string? type) =>
        Event(told, MessageKind.Unsupported, null, ExtraJson.Of(("type", type)).Written(), onlyOfAcquaintances: false);

    private IEnumerable<Inbound> Event(LooseJson told, MessageKind kind, string? text, string? extra, bool onlyOfAcquaintances)
    {
        if (LinePeople.SenderOf(told["source"]) is not { } from || told["webhookEventId"].Text is not { Length: > 0 and <= LongestKey } id) return [];

        return [new MessageIn(from, $"event:{id}", AtOf(told)) { Kind = kind, Text = text, Extra = extra, OnlyOfAcquaintances = onlyOfAcquaintances }];
    }

    private DateTimeOffset AtOf(LooseJson told) => told["timestamp"].Instant ?? cameAt;
}
