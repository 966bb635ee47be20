using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace Relais.Server.Channels.Mail;

/// <summary>
/// An answer as a letter. What goes out by itself repeats nothing of what came in, neither subject nor words: whoever writes with a
/// forged address must not reach somebody else through us.
/// </summary>
internal static partial class MailLetter
{
    private const int LongestQuote = 30_000;
    private const int MostReferences = 20;

    /// <summary>Null where nobody can be written to.</summary>
    public static MailboxAddress? Recipient(Outgoing answer)
    {
        var wroteFrom = MailAddress.Of(ExtraOf(answer)["from"]?["address"]?.GetValue<string>());
        var address = wroteFrom is not null && answer.To.Contains(wroteFrom) ? wroteFrom : answer.To is [var first, ..] ? first : null;
        return address is null or MailAddress.Nobody || !MailboxAddress.TryParse(address, out var mailbox) ? null : new MailboxAddress(answer.ContactName ?? "", mailbox.Address);
    }

    public static async Task<MimeMessage> Write(MailSettings settings, Outgoing answer, MailboxAddress to, CancellationToken cancel)
    {
        var extra = ExtraOf(answer);
        var message = new MimeMessage
        {
            MessageId = MailId.Of(settings, answer.MessageId),
            Date = answer.At == default ? DateTimeOffset.UnixEpoch : answer.At,
            Subject = answer.IsAutomatic || answer.Answers is null ? settings.SenderName : SubjectOf(extra, settings),
        };
        message.From.Add(new MailboxAddress(settings.SenderName, settings.Address));
        message.ReplyTo.Add(new MailboxAddress(settings.SenderName, settings.Address));
        message.To.Add(to);
        Thread(message, answer, extra);
        if (answer.IsAutomatic)
        {
            message.Headers[HeaderId.AutoSubmitted] = "auto-replied";
            message.Headers["X-Auto-Response-Suppress"] = "All";
        }

        message.Body = await Body(settings, answer, extra, cancel);
        return message;
    }

    private static void Thread(MimeMessage message, Outgoing answer, JsonObject extra)
    {
        if (answer.Answers is not { } answered || IdIn(answered.ExternalId) is not { } id) return;

        message.InReplyTo = id;
        var before = (extra["references"] as JsonArray ?? []).Select(one => one?.GetValue<string>()).OfType<string>().Take(MostReferences).Reverse();
        foreach (var reference in before.Append(id).Where(one => MimeUtils.ParseMessageId(one) is not null)) message.References.Add(reference);
    }

    private static string SubjectOf(JsonObject extra, MailSettings settings)
    {
        var subject = extra["subject"]?.GetValue<string>() ?? settings.SenderName;
        return $"Re: {Prefixes().Replace(subject, "")}";
    }

    private static async Task<MimeEntity> Body(MailSettings settings, Outgoing answer, JsonObject extra, CancellationToken cancel)
    {
        var builder = new BodyBuilder { TextBody = TextOf(settings, answer, extra), HtmlBody = HtmlOf(settings, answer, extra) };
        foreach (var file in answer.Files)
        {
            await using var content = await file.Open(cancel);
            var type = ContentType.TryParse(file.ContentType, out var known) ? known : new ContentType("application", "octet-stream");
            await builder.Attachments.AddAsync(file.Name, content, type, cancel);
        }

        return builder.ToMessageBody();
    }

    private static string TextOf(MailSettings settings, Outgoing answer, JsonObject extra)
    {
        var text = new StringBuilder(WordsOf(answer));
        if (!string.IsNullOrWhiteSpace(settings.Signature)) text.Append("\n\n-- \n").Append(settings.Signature.Trim());
        if (QuoteOf(answer, extra) is not { } quote) return text.Append('\n').ToString();

        text.Append("\n\n").Append(quote.Introduction).Append('\n');
        foreach (var line in quote.Words.Split('\n')) text.Append(line.StartsWith('>') ? ">" : "> ").Append(line).Append('\n');
        return text.ToString();
    }

    private static string HtmlOf(MailSettings settings, Outgoing answer, JsonObject extra)
    {
        var html = new StringBuilder("<!doctype html><html><body><div dir=\"auto\">").Append(Marked(WordsOf(answer))).Append("</div>");
        if (!string.IsNullOrWhiteSpace(settings.Signature)) html.Append("<br><div>-- <br>").Append(Marked(settings.Signature.Trim())).Append("</div>");
        if (QuoteOf(answer, extra) is { } quote)
            html.Append("<br><div>").Append(Marked(quote.Introduction)).Append("</div><blockquote type=\"cite\" style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">")
                .Append(Marked(quote.Words)).Append("</blockquote>");
        return html.Append("</body></html>").ToString();
    }

    private static string WordsOf(Outgoing answer) => answer.Choices.Count == 0
        ? answer.Text
        : $"{answer.Text}\n\n{string.Join('\n', answer.Choices.Select(choice => $"- {choice}"))}";

    private static string Marked(string text) => WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static (string Introduction, string Words)? QuoteOf(Outgoing answer, JsonObject extra)
    {
        if (answer.IsAutomatic || answer.Answers is not { } answered) return null;

        var words = extra["quoted"]?.GetValue<string>() is { } below ? $"{answered.Text}\n\n{below}" : answered.Text;
        if (words.Length > LongestQuote) words = words[..LongestQuote];
        var address = extra["from"]?["address"]?.GetValue<string>();
        var who = address is null || address == answered.AuthorName ? answered.AuthorName : $"{answered.AuthorName} <{address}>";
        return (string.Create(CultureInfo.InvariantCulture, $"{answered.At:yyyy-MM-dd HH:mm} UTC, {who}:"), words.ReplaceLineEndings("\n"));
    }

    /// <summary>What the answered mail was called by its writer.</summary>
    private static string? IdIn(string externalId)
    {
        var end = externalId.LastIndexOf('#');
        return end switch { < 0 => externalId, 0 => null, _ => externalId[..end] };
    }

    private static JsonObject ExtraOf(Outgoing answer) => answer.Answers?.Extra is { } extra ? JsonNode.Parse(extra)!.AsObject() : [];

    [GeneratedRegex(@"^(\s*(re|ref|rép|aw|sv|antw|tr|fw|fwd|wg)\s*(\[\d+\])?\s*:\s*)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Prefixes();
}
