using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Utils;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Mail;

/// <summary>
/// Takes a mail apart: what is written down of it, and the parts that are kept as files. Whatever a mail claims of itself, the work
/// is bounded, and nothing in it makes this throw.
/// </summary>
internal sealed class MailOpener(TimeProvider clock)
{
    /// <summary>Above what any large provider lets through.</summary>
    public const int LargestMail = 60 * 1024 * 1024;

    private const int LargestHeader = 512 * 1024;
    private const int MostPeople = 100;
    private const int MostReferences = 30;
    private const int LongestSubject = 500;
    private const int LongestSign = 300;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 64, MaxAddressGroupDepth = 2 };

    /// <param name="raw">The mail as the server gave it.</param>
    /// <param name="receivedAt">When the server got it.</param>
    public OpenedMail Open(byte[] raw, DateTimeOffset? receivedAt)
    {
        var arrived = receivedAt?.ToUniversalTime() ?? clock.GetUtcNow();
        if (IsMonstrous(raw)) return new OpenedMail(Bare(raw, arrived, MailTrouble.TooManyParts), []);

        try
        {
            return Open(MimeMessage.Load(Options, new MemoryStream(raw, writable: false)), raw, arrived);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The mail is kept as it came, and shown as what nobody can read.
            return new OpenedMail(Bare(raw, arrived, MailTrouble.Unreadable), []);
        }
    }

    /// <summary>Of a mail that is not taken in for its size: its header alone.</summary>
    public MailNote OpenHeader(byte[] header, DateTimeOffset? receivedAt)
    {
        var opened = Open(header, receivedAt);
        return opened.Note with { Text = null, Html = null, Return = null, Trouble = MailTrouble.TooLarge };
    }

    /// <summary>Of one the server could not give: that it is there.</summary>
    public (byte[] Raw, OpenedMail Mail) Lost(uint id, uint validity, DateTimeOffset? receivedAt)
    {
        var raw = Encoding.UTF8.GetBytes($"X-Lost: {validity}/{id}\r\n\r\n");
        return (raw, new OpenedMail(Bare(raw, receivedAt?.ToUniversalTime() ?? clock.GetUtcNow(), MailTrouble.Unreadable), []));
    }

    private static OpenedMail Open(MimeMessage message, byte[] raw, DateTimeOffset arrived)
    {
        var parts = MailParts.Of(message);
        var from = PersonOf(message.From.Mailboxes.FirstOrDefault() ?? message.Sender);
        var note = new MailNote
        {
            MessageId = IdOf(message.MessageId),
            References = ReferencesOf(message),
            From = from,
            ReplyTo = PeopleOf(message.ReplyTo),
            To = PeopleOf(message.To),
            Cc = PeopleOf(message.Cc),
            Subject = Texts.Fit(message.Subject, LongestSubject),
            Date = message.Date == default ? null : message.Date.ToUniversalTime(),
            ReceivedAt = arrived,
            Text = parts.Text,
            Html = parts.Html,
            Signs = SignsOf(message),
            AuthenticationResults = [.. message.Headers.Where(header => header.Id == HeaderId.AuthenticationResults).Take(5).Select(header => Texts.Fit(header.Value, 4_000) ?? "")],
            Return = parts.Return,
            Trouble = parts.AreTooMany ? MailTrouble.TooManyParts : null,
        };
        return new OpenedMail(note with { Digest = DigestOf(note, raw) }, parts.Files);
    }

    private static MailNote Bare(byte[] raw, DateTimeOffset arrived, MailTrouble trouble)
    {
        var note = new MailNote { ReceivedAt = arrived, Trouble = trouble };
        return note with { Digest = DigestOf(note, raw) };
    }

    /// <summary>Where the header alone is larger than a letter, nobody wrote it.</summary>
    private static bool IsMonstrous(byte[] raw)
    {
        if (raw.Length <= LargestHeader) return false;

        var begin = raw.AsSpan(0, LargestHeader);
        return begin.IndexOf("\r\n\r\n"u8) < 0 && begin.IndexOf("\n\n"u8) < 0;
    }

    /// <summary>The same wherever the same mail arrives; another where somebody claims another's id.</summary>
    private static string DigestOf(MailNote note, byte[] raw)
    {
        var told = note.MessageId is null && note.Date is null
            ? SHA256.HashData(raw)
            : SHA256.HashData(Encoding.UTF8.GetBytes($"{note.MessageId}\n{note.From?.Address}\n{note.Date:O}\n{note.Subject}\n{(note.MessageId is null ? note.Text : "")}"));
        return Convert.ToHexStringLower(told.AsSpan(0, 16));
    }

    private static List<string> ReferencesOf(MimeMessage message)
    {
        var above = message.References.Reverse().Take(MostReferences);
        return [.. new[] { message.InReplyTo }.Concat(above).Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static List<MailSign> SignsOf(MimeMessage message) =>
    [
        .. message.Headers.Select(header => new MailSign(header.Field.ToLowerInvariant(), Texts.Fit(header.Value, LongestSign) ?? ""))
            .Where(sign => MailNoise.Headers.Contains(sign.Name)).DistinctBy(sign => sign.Name),
    ];

    private static string? IdOf(string? id)
    {
        var trimmed = id?.Trim().Trim('<', '>').Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Contains('\0', StringComparison.Ordinal)) return null;

        return trimmed.Length <= MailId.Longest ? trimmed : $"long.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trimmed)))}";
    }

    private static List<MailPerson> PeopleOf(InternetAddressList list) => [.. list.Mailboxes.Take(MostPeople).Select(PersonOf).OfType<MailPerson>()];

    private static MailPerson? PersonOf(MailboxAddress? mailbox) => mailbox is null
        ? null
        : new MailPerson(Texts.Fit(mailbox.Name, 200), Texts.Fit(mailbox.Address, 320));
}

/// <summary>A mail taken apart.</summary>
internal sealed record OpenedMail(MailNote Note, IReadOnlyList<MimeEntity> Files);
