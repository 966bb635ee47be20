using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Meta;

/// <summary>Turns what Meta tells of the private messages of one page or account into facts.</summary>
/// <param name="account">Its id: whatever it says itself is an echo.</param>
/// <param name="cameAt">For what carries no time.</param>
internal sealed class MetaReader(string account, DateTimeOffset cameAt)
{
    private static readonly Dictionary<string, string> Emojis = new(StringComparer.Ordinal)
    {
        ["love"] = "❤️", ["like"] = "👍", ["dislike"] = "👎", ["haha"] = "😆", ["smile"] = "😆", ["wow"] = "😮", ["sad"] = "😢", ["angry"] = "😠",
    };

    /// <summary>Whether what Relais sends comes back as what was answered elsewhere does.</summary>
    public bool EchoesMayBeOurs { get; init; }

    /// <param name="told">One event.</param>
    /// <param name="sentAt">When Meta sent the call it came with.</param>
    public IEnumerable<Inbound> Read(LooseJson told, DateTimeOffset? sentAt)
    {
        var at = told["timestamp"].Instant ?? sentAt ?? cameAt;
        if (told["policy_enforcement"] is { IsObject: true } policy) return Policy(policy, at);

        var message = told["message"];
        if (message["is_deleted"].IsTrue) return MetaIds.OfMessage(message["mid"].Text) is { } gone ? [new RemovalIn(gone, at)] : [];
        if (told["message_edit"] is { IsObject: true } edit) return MetaIds.OfMessage(edit["mid"].Text) is { } changed ? [new EditIn(changed, edit["text"].Text ?? "", at)] : [];
        if (message["is_echo"].IsTrue) return Echo(message, PersonIn(told["recipient"]), at);

        return PersonIn(told["sender"]) is { } from ? Said(told, from, at) : [];
    }

    private static IEnumerable<Inbound> Said(LooseJson told, Sender from, DateTimeOffset at) =>
        told["message"].IsObject ? Message(told["message"], from, at)
        : told["postback"].IsObject ? [MessageOf(MetaContent.OfPostback(told["postback"]), from, MetaIds.OfMessage(told["postback"]["mid"].Text) ?? Named("postback", from, at), at)]
        : told["reaction"].IsObject ? Reaction(told["reaction"], from, at)
        : told["delivery"].IsObject ? Delivered(told["delivery"], at)
        : told["read"].IsObject ? [new ReadIn(from, told["read"]["watermark"].Instant ?? at)]
        : told["referral"].IsObject ? [MessageOf(MetaContent.OfNotice("referral", told["referral"]), from, Named("referral", from, at), at)]
        : told["optin"].IsObject ? [MessageOf(MetaContent.OfNotice("optin", told["optin"]), from, Named("optin", from, at), at)]
        : [];

    private static IEnumerable<Inbound> Message(LooseJson message, Sender from, DateTimeOffset at) => MetaIds.OfMessage(message["mid"].Text) is { } id
        ? [MessageOf(MetaContent.Of(message, id), from, id, at) with { ReplyToExternalId = MetaIds.OfMessage(message["reply_to"]["mid"].Text) }]
        : [];

    /// <summary>
    /// What Relais sent itself comes back with our own id, and settles an answer whose sending ended unknown; all else was written in
    /// Meta's inbox, or by another program.
    /// </summary>
    private IEnumerable<Inbound> Echo(LooseJson message, Sender? to, DateTimeOffset at)
    {
        if (MetaIds.OfMessage(message["mid"].Text) is not { } id) return [];
        if (MetaMark.Of(message["metadata"].Text) is { } mark) return mark.IsWhole ? [new StatusIn(id, mark.MessageId, new DeliveryReport(DeliveryStatus.Sent, at, id))] : [];
        if (to is null) return [];

        var content = MetaContent.Of(message, id);
        return
        [
            new EchoIn(to, id, at)
            {
                Kind = content.Kind,
                Text = content.Text,
                Files = content.Files,
                Extra = content.Extra,
                ReplyToExternalId = MetaIds.OfMessage(message["reply_to"]["mid"].Text),
                MayBeOurs = EchoesMayBeOurs,
            },
        ];
    }

    private static IEnumerable<Inbound> Reaction(LooseJson reaction, Sender from, DateTimeOffset at)
    {
        if (MetaIds.OfMessage(reaction["mid"].Text) is not { } target) return [];

        var emoji = reaction["action"].Text == "unreact" ? null
            : reaction["emoji"].Text ?? Emojis.GetValueOrDefault(reaction["reaction"].Text ?? "", "⭐");
        return [new ReactionIn(from, target, emoji, at)];
    }

    private static IEnumerable<Inbound> Delivered(LooseJson delivery, DateTimeOffset at) =>
        from mid in delivery["mids"].Items
        let id = MetaIds.OfMessage(mid.Text)
        where id is not null
        select new StatusIn(id, null, new DeliveryReport(DeliveryStatus.Delivered, delivery["watermark"].Instant ?? at, id));

    private static IEnumerable<Inbound> Policy(LooseJson policy, DateTimeOffset at) => policy["action"].Text switch
    {
        "unblock" => [new AccountIn(null, at)],
        "block" or "warning" => [new AccountIn($"policy_violation: {policy["action"].Text}: {policy["reason"].Text ?? "Meta gave no reason."}", at)],
        _ => [],
    };

    private static MessageIn MessageOf(MetaContent content, Sender from, string id, DateTimeOffset at) =>
        new(from, id, at) { Kind = content.Kind, Text = content.Text, Files = content.Files, Extra = content.Extra };

    /// <summary>Nobody where it is the account itself. Meta tells no name here, only when it is asked.</summary>
    private Sender? PersonIn(LooseJson side) =>
        MetaIds.OfPerson(side["id"].Text) is { } id && id != account ? new Sender([id], new Profile()) : null;

    /// <summary>What has no id of Meta's is the same when it comes again.</summary>
    private static string Named(string type, Sender from, DateTimeOffset at) =>
        $"{type}:{from.Ids[0]}:{at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
