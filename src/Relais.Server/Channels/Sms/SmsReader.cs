using System.Globalization;
using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Sms;

/// <summary>Turns one form of Twilio's into facts. It says of no message when it was written: it was when it came.</summary>
internal static class SmsReader
{
    private const int MostFiles = 10;

    public static IEnumerable<Inbound> Read(SmsForm form, DateTimeOffset cameAt) =>
        form["MessageSid"] is not { } sid ? []
        : form["MessageStatus"] is { } status ? StatusOf(form, sid, status, cameAt)
        : form["From"] is { Length: <= ContactIdentity.ExternalIdLimit } from ? [MessageOf(form, sid, from, cameAt)]
        : [];

    public static AttachmentKind KindOf(string? contentType) => contentType?.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "image" => AttachmentKind.Image,
        "video" => AttachmentKind.Video,
        "audio" => AttachmentKind.Audio,
        _ => AttachmentKind.Document,
    };

    private static MessageIn MessageOf(SmsForm form, string sid, string from, DateTimeOffset cameAt)
    {
        var files = FilesOf(form);
        return new MessageIn(new Sender([from], new Profile(form["ProfileName"], Phone: NumberIn(from))), sid, cameAt)
        {
            Kind = KindOf(form, files),
            Text = form["ButtonText"] ?? form["Body"] ?? Join(form["Label"], form["Address"]),
            Files = files,
            Extra = ExtraOf(form),
            ReplyToExternalId = form["OriginalRepliedMessageSid"],
            // Twilio answers STOP, HELP and START itself.
            IsAutomatic = form["OptOutType"] is not null,
            Consent = ConsentIn(form["OptOutType"] ?? form["Body"]),
        };
    }

    /// <summary>
    /// The words Twilio obeys, and says of only where an account has them its own way, with what French customers write; the whole message is
    /// the word. A mere "yes" begins nothing: it may answer any question. https://help.twilio.com/articles/223134027
    /// </summary>
    private static bool? ConsentIn(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "STOP" or "STOPALL" or "UNSUBSCRIBE" or "CANCEL" or "END" or "QUIT" or "OPTOUT" or "REVOKE" or "ARRET" or "ARRÊT" => false,
        "START" or "UNSTOP" => true,
        _ => null,
    };

    private static MessageKind KindOf(SmsForm form, InboundFile[] files) =>
        form["Latitude"] is not null ? MessageKind.Location
        : form["ButtonText"] is not null ? MessageKind.Button
        : files is [var first, ..] ? first.Kind switch
        {
            AttachmentKind.Image => MessageKind.Image,
            AttachmentKind.Video => MessageKind.Video,
            AttachmentKind.Audio => MessageKind.Audio,
            _ => MessageKind.Document,
        }
        : form["Body"] is null ? MessageKind.Unsupported
        : MessageKind.Text;

    private static InboundFile[] FilesOf(SmsForm form) =>
    [
        .. from at in Enumerable.Range(0, MostFiles)
           let number = at.ToString(CultureInfo.InvariantCulture)
           let url = form[$"MediaUrl{number}"]
           where url is { Length: <= Attachment.ReferenceLimit }
           select new InboundFile(KindOf(form[$"MediaContentType{number}"]), null, form[$"MediaContentType{number}"], Reference: url),
    ];

    /// <summary>A place has <c>latitude, longitude, name, address</c>, a button its <c>payload</c>; <c>optOut</c> is STOP, HELP or START.</summary>
    private static string? ExtraOf(SmsForm form)
    {
        var extra = new JsonObject();
        foreach (var (key, value) in new[] { ("name", form["Label"]), ("address", form["Address"]), ("payload", form["ButtonPayload"]), ("optOut", form["OptOutType"]) })
        {
            if (value is not null) extra[key] = value;
        }

        foreach (var name in new[] { "Latitude", "Longitude" })
        {
            if (double.TryParse(form[name], CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees)) extra[name.ToLowerInvariant()] = degrees;
        }

        return extra.Count == 0 ? null : extra.ToJsonString();
    }

    private static IEnumerable<Inbound> StatusOf(SmsForm form, string sid, string status, DateTimeOffset cameAt)
    {
        if (ReachedBy(status) is not { } reached) yield break;

        var cause = reached == DeliveryStatus.Failed ? SmsErrors.CauseOf(form["ErrorCode"]) : null;
        var words = cause is null ? null : SmsErrors.WordsOf(form["ErrorCode"], form["ErrorMessage"]);
        yield return new StatusIn(sid, null, new DeliveryReport(reached, cameAt, sid, cause?.Key, words));
        if (cause is { Remedy: SmsRemedy.Repair }) yield return new AccountIn($"{cause.Key}: {words}", cameAt);
    }

    /// <summary>Null while it has not left Twilio.</summary>
    private static DeliveryStatus? ReachedBy(string status) => status switch
    {
        "sent" => DeliveryStatus.Sent,
        "delivered" or "partially_delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "failed" or "undelivered" or "canceled" => DeliveryStatus.Failed,
        _ => null,
    };

    /// <summary>Companies write under a name, some under a short number; other media of Twilio's have a word before it.</summary>
    public static string? NumberIn(string from)
    {
        var number = from[(from.LastIndexOf(':') + 1)..];
        return number.Length is >= 6 and <= 16 && number[0] == '+' && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? number : null;
    }

    private static string? Join(params string?[] parts) =>
        string.Join(", ", parts.Where(part => part is not null)) is { Length: > 0 } joined ? joined : null;
}
