using System.Security.Cryptography;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Viber;

/// <summary>Turns one call into facts. What it does not know is shown as such, as long as somebody is known to have done it.</summary>
internal sealed class ViberReader(DateTimeOffset cameAt)
{
    private const int LongestToken = 100;

    /// <summary>Viber tells what it tells once more with the same token; its receipts repeat the token of what they speak of.</summary>
    public static string KeyOf(LooseJson told, ReadOnlySpan<byte> body) =>
        told["event"].Text is { Length: <= LongestToken } name && TokenOf(told) is { } token
            ? $"{name}:{token}"
            : Convert.ToHexStringLower(SHA256.HashData(body));

    public IEnumerable<Inbound> Read(LooseJson told) => told["event"].Text switch
    {
        "message" => Message(told),
        "delivered" => Receipt(told, DeliveryStatus.Delivered),
        "seen" => Receipt(told, DeliveryStatus.Read),
        "failed" => Receipt(told, DeliveryStatus.Failed, ViberErrors.Undelivered, told["desc"].Text ?? "Viber gave no reason."),
        "subscribed" => Notice(told, "✅", "followed"),
        "unsubscribed" => Notice(told, "🚫", "blocked"),
        "conversation_started" => Notice(told, "👋", "opened"),
        // Viber tries our door.
        "webhook" => [],
        var other => Event(told, MessageKind.Unsupported, null, ExtraJson.Of(("type", other)).Written(), onlyOfAcquaintances: false),
    };

    private IEnumerable<Inbound> Message(LooseJson told)
    {
        if (SenderOf(told) is not { } from || TokenOf(told) is not { } token) return [];

        var content = ViberContent.Of(told["message"]);
        return [new MessageIn(from, token, AtOf(told)) { Kind = content.Kind, Text = content.Text, Files = content.Files, Extra = content.Extra }];
    }

    /// <summary>Viber also tells of the customer's own messages that they were delivered: those have no receipts.</summary>
    private IEnumerable<Inbound> Receipt(LooseJson told, DeliveryStatus status, string? code = null, string? reason = null) =>
        TokenOf(told) is { } token ? [new StatusIn(token, null, new DeliveryReport(status, AtOf(told), Code: code, Reason: reason))] : [];

    /// <summary>Who comes and goes has not written: only of those who have before is it told. A link may say where he came from.</summary>
    private IEnumerable<Inbound> Notice(LooseJson told, string sign, string type) =>
        Event(told, MessageKind.System, sign, ExtraJson.Of(("type", type), ("referral", told["context"].Text)).Written(), onlyOfAcquaintances: true);

    private IEnumerable<Inbound> Event(LooseJson told, MessageKind kind, string? text, string? extra, bool onlyOfAcquaintances)
    {
        if (SenderOf(told) is not { } from || TokenOf(told) is not { } token) return [];

        return [new MessageIn(from, $"event:{token}", AtOf(told)) { Kind = kind, Text = text, Extra = extra, OnlyOfAcquaintances = onlyOfAcquaintances }];
    }

    private static Sender? SenderOf(LooseJson told)
    {
        var person = told["sender"].IsObject ? told["sender"] : told["user"];
        return (person["id"].Text ?? told["user_id"].Text) is { Length: > 0 and <= ContactIdentity.ExternalIdLimit } id
            ? new Sender([id], new Profile(Fit(person["name"].Text), PictureOf(person), Language: person["language"].Text))
            : null;
    }

    private static string? PictureOf(LooseJson person) =>
        Uri.TryCreate(person["avatar"].Text, UriKind.Absolute, out var picture) && picture.Scheme == Uri.UriSchemeHttps ? picture.AbsoluteUri : null;

    private static string? Fit(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    /// <summary>A number of 64 bits, which is text to us.</summary>
    private static string? TokenOf(LooseJson told) => told["message_token"].Text is { Length: > 0 and <= LongestToken } token ? token : null;

    private DateTimeOffset AtOf(LooseJson told) => told["timestamp"].Instant ?? cameAt;
}
