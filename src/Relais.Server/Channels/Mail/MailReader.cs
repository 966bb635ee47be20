using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Mail;

/// <summary>Turns a mail that was written down into facts.</summary>
internal sealed class MailReader(MailSettings settings)
{
    private const int LongestQuote = 50_000;
    private const int LongestExternalDigest = 16;
    private const int MostPeople = 30;

    /// <summary>A date further off was made up, or its clock is wrong.</summary>
    private static readonly TimeSpan Credible = TimeSpan.FromDays(3);

    public IEnumerable<Inbound> Read(MailNote note)
    {
        // A copy of what we wrote ourselves.
        if (MailId.Ours(settings, note.MessageId) is not null) return [];

        if (note.Return is { } told && MailId.Ours(settings, told.MessageId) is { } returned)
            return MailReturns.ReportOf(told, AtOf(note)) is { } report ? [new StatusIn(null, returned, report)] : [];

        return [MessageOf(note)];
    }

    private MessageIn MessageOf(MailNote note)
    {
        var address = MailAddress.Of(note.From?.Address) ?? MailAddress.Nobody;
        var proof = MailProof.Of(note.AuthenticationResults ?? [], settings.TrustedServer, MailAddress.DomainIn(address));
        var name = note.From?.Name is { } told && !told.Contains('@', StringComparison.Ordinal) ? told : null;
        var folded = MailFolding.Of(WordsOf(note));
        var isAutomatic = address == MailAddress.Of(settings.Address) || address == MailAddress.Nobody || MailNoise.IsAutomatic(SignsOf(note), address, note.Subject);
        var files = FilesOf(note);
        var references = (note.References ?? []).OfType<string>().ToList();
        var sender = new Sender([address], new Profile(name, Email: address == MailAddress.Nobody ? null : address)) { IsDoubtful = proof is { IsProven: false } };
        return new MessageIn(sender, ExternalIdOf(note), AtOf(note))
        {
            Kind = KindOf(note, folded.Text, files),
            Text = folded.Text.Length == 0 && files.Count == 0 ? note.Subject : folded.Text,
            Files = [.. files, .. OriginalOf(note)],
            Extra = ExtraOf(note, folded, proof, isAutomatic),
            IsAutomatic = isAutomatic,
            Answers = references.Select(id => MailId.Ours(settings, id)).FirstOrDefault(id => id is not null),
            MayComeTwice = true,
            IsCopy = note.To is { Count: > 0 } to && !to.Any(one => MailAddress.Of(one?.Address) == MailAddress.Of(settings.Address)),
            AnswersExternalIds = references,
        };
    }

    private static Dictionary<string, string> SignsOf(MailNote note) => (note.Signs ?? [])
        .Where(sign => sign?.Name is not null).DistinctBy(sign => sign.Name).ToDictionary(sign => sign.Name!, sign => sign.Value ?? "", StringComparer.Ordinal);

    private static string WordsOf(MailNote note) =>
        !string.IsNullOrWhiteSpace(note.Text) ? note.Text : note.Html is { } html ? HtmlText.ToText(html, marksQuotes: true) : "";

    private static string ExternalIdOf(MailNote note)
    {
        var digest = note.Digest ?? "";
        return $"{note.MessageId}#{(digest.Length > LongestExternalDigest ? digest[..LongestExternalDigest] : digest)}";
    }

    private static DateTimeOffset AtOf(MailNote note) =>
        note.Date is { } date && date <= note.ReceivedAt && note.ReceivedAt - date < Credible ? date.ToUniversalTime() : note.ReceivedAt.ToUniversalTime();

    private static MessageKind KindOf(MailNote note, string text, List<InboundFile> files)
    {
        if (note.Trouble is MailTrouble.TooLarge or MailTrouble.Unreadable || (note.Trouble is MailTrouble.TooManyParts && text.Length == 0)) return MessageKind.Unsupported;
        if (text.Length > 0 || files.Count == 0) return MessageKind.Text;

        return files[0].Kind switch
        {
            AttachmentKind.Image => MessageKind.Image,
            AttachmentKind.Video => MessageKind.Video,
            AttachmentKind.Audio => MessageKind.Audio,
            _ => MessageKind.Document,
        };
    }

    private static List<InboundFile> FilesOf(MailNote note) =>
        [.. (note.Files ?? []).Where(file => file?.Key is not null).Select(file => new InboundFile(MailFiles.KindOf(file.Type), file.Name, file.Type, Key: file.Key, Size: file.Size))];

    private static IEnumerable<InboundFile> OriginalOf(MailNote note) => note.Original is { Key: { } key } original
        ? [new InboundFile(AttachmentKind.Document, "message.eml", MailFiles.OriginalType, Key: key, Size: original.Size)]
        : [];

    /// <summary>
    /// What a letter has besides its words: <c>subject, from, to, cc, replyTo, quoted, signature, original</c> (the key of the file that
    /// is the mail as it came), <c>proven</c> with <c>proof</c>, <c>automatic</c>, <c>caution</c>, <c>reason</c>; and for our answers
    /// <c>references</c>.
    /// </summary>
    private string ExtraOf(MailNote note, MailFolding folded, MailProof? proof, bool isAutomatic)
    {
        var extra = new JsonObject { ["type"] = "mail" };
        if (note.Subject is { } subject) extra["subject"] = subject;
        if (PersonOf(note.From) is { } from) extra["from"] = from;
        Add(extra, "to", (note.To ?? []).Where(IsAnother));
        Add(extra, "cc", note.Cc ?? []);
        Add(extra, "replyTo", (note.ReplyTo ?? []).Where(one => one is not null && MailAddress.Of(one.Address) != MailAddress.Of(note.From?.Address)));
        if (folded.Quoted is { } quoted) extra["quoted"] = quoted.Length > LongestQuote ? quoted[..LongestQuote] : quoted;
        if (folded.Signature is { } signature) extra["signature"] = signature;
        if (note.Original?.Key is { } original) extra["original"] = original;
        if (note.References is { Count: > 0 } references) extra["references"] = new JsonArray([.. references.OfType<string>().Select(id => JsonValue.Create(id))]);
        if (proof is not null)
        {
            extra["proven"] = proof.IsProven;
            extra["proof"] = JsonSerializer.SerializeToNode(new { proof.Spf, proof.Dkim, proof.Dmarc }, MailNote.Json);
        }

        if (isAutomatic) extra["automatic"] = true;
        if (isAutomatic && MailNoise.MayOpenAccount(note.Subject, folded.Text)) extra["caution"] = "account";
        if (note.Trouble is { } trouble) extra["reason"] = JsonNamingPolicy.CamelCase.ConvertName(trouble.ToString());
        return extra.ToJsonString();
    }

    private bool IsAnother(MailPerson? person) => MailAddress.Of(person?.Address) is { } address && address != MailAddress.Of(settings.Address);

    private static void Add(JsonObject extra, string key, IEnumerable<MailPerson> people)
    {
        var list = new JsonArray([.. people.Select(PersonOf).OfType<JsonObject>().Take(MostPeople)]);
        if (list.Count > 0) extra[key] = list;
    }

    private static JsonObject? PersonOf(MailPerson? person)
    {
        if (person?.Address is null) return null;

        var told = new JsonObject { ["address"] = person.Address };
        if (person.Name is { } name) told["name"] = name;
        return told;
    }
}
