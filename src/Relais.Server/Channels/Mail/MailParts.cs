using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;
using MimeKit.Tnef;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Mail;

/// <summary>Walks through the parts of one mail: its words, its files, and what a report says of a mail of ours.</summary>
internal sealed partial class MailParts
{
    /// <summary>More files than this stay in the mail as it came.</summary>
    public const int MostFiles = 50;

    private const int MostParts = 1_000;
    private const int LongestText = 200_000;
    private const int LongestHtml = 1_000_000;
    private const int MostTnef = 3;

    private static readonly string[] Signatures = ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"];

    private readonly List<MimeEntity> files = [];
    private readonly List<string> texts = [];
    private readonly List<string> htmls = [];
    private int seen;
    private int unpacked;

    private MailParts()
    {
    }

    public string? Text => texts.Count == 0 ? null : Texts.Fit(string.Join("\n\n", texts), LongestText);

    /// <summary>Only where the mail has no plain words.</summary>
    public string? Html => texts.Count > 0 || htmls.Count == 0 ? null : Texts.Fit(string.Join("<br>", htmls), LongestHtml);

    public IReadOnlyList<MimeEntity> Files => files;

    public MailReturn? Return { get; private set; }

    public bool AreTooMany { get; private set; }

    public static MailParts Of(MimeMessage message)
    {
        var parts = new MailParts();
        if (message.Body is { } body) parts.Walk(body);
        return parts;
    }

    /// <summary>A stack of our own: nesting from outside must not reach the one of the thread.</summary>
    private void Walk(MimeEntity root)
    {
        var waiting = new Stack<MimeEntity>([root]);
        while (waiting.TryPop(out var entity))
        {
            if (++seen > MostParts)
            {
                AreTooMany = true;
                return;
            }

            switch (entity)
            {
                case MultipartReport report when MailReturns.Of(report) is { } told:
                    Return ??= told;
                    if (report.Count > 0) waiting.Push(report[0]);
                    break;
                case MultipartAlternative alternative:
                    foreach (var part in Chosen(alternative).Reverse()) waiting.Push(part);
                    break;
                case Multipart multipart:
                    foreach (var part in multipart.Reverse()) waiting.Push(part);
                    break;
                case TnefPart tnef when unpacked++ < MostTnef && Unpack(tnef) is { } inside:
                    waiting.Push(inside);
                    break;
                case TextPart text when IsBody(text):
                    Read(text);
                    break;
                default:
                    Keep(entity);
                    break;
            }
        }
    }

    /// <summary>The plain words where there are any, and whatever is no way of saying the same.</summary>
    private static IEnumerable<MimeEntity> Chosen(MultipartAlternative alternative)
    {
        var ways = alternative.ToList();
        var plain = ways.OfType<TextPart>().FirstOrDefault(part => part.IsPlain && !part.IsAttachment && !string.IsNullOrWhiteSpace(TextOf(part)));
        if (plain is null) return ways.Where(part => part is not TextPart { IsPlain: true });

        // Beside the words, HTML may bring pictures along.
        return ways.Where(part => part == plain || part is not TextPart { IsHtml: true }).Select(part => part is MultipartRelated related ? WithoutWords(related) : part);
    }

    private static Multipart WithoutWords(MultipartRelated related)
    {
        var pictures = new Multipart("mixed");
        foreach (var part in related.Where(part => part is not TextPart)) pictures.Add(part);
        return pictures;
    }

    private static bool IsBody(TextPart part) =>
        !part.IsAttachment && part.FileName is null && (part.IsPlain || part.IsHtml || part.IsFlowed || part.IsEnriched);

    private void Read(TextPart part)
    {
        var text = TextOf(part);
        if (string.IsNullOrWhiteSpace(text)) return;

        if (part.IsHtml) htmls.Add(text);
        else texts.Add(text);
    }

    private static string TextOf(TextPart part)
    {
        try
        {
            return part.IsFlowed ? new FlowedToText { DeleteSpace = part.ContentType.Parameters["delsp"] == "yes" }.Convert(part.Text) : part.Text;
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException or FormatException)
        {
            return part.GetText(System.Text.Encoding.Latin1);
        }
    }

    private void Keep(MimeEntity entity)
    {
        if (Signatures.Contains(entity.ContentType.MimeType, StringComparer.OrdinalIgnoreCase)) return;

        if (files.Count >= MostFiles) AreTooMany = true;
        else files.Add(entity);
    }

    private static Multipart? Unpack(TnefPart tnef)
    {
        try
        {
            var inside = tnef.ConvertToMessage();
            return inside.Body is Multipart { Count: > 0 } or MimePart ? new Multipart("mixed") { inside.Body } : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null; // Kept as the file it is.
        }
    }
}
