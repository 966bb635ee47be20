using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using MimeKit;
using MimeKit.Utils;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Notifications;

/// <summary>The mail of what a member has not read: in his language, plain and as a page, with the way to be rid of it.</summary>
public sealed class DigestMail(SmtpSettings smtp, SiteAddress site, IDataProtectionProvider protection)
{
    private const string Purpose = "digest-mails";

    public MailRow To(Member member, Digest digest, IReadOnlyList<(Notification About, string Contact)> told, int queue, DateTimeOffset now)
    {
        var texts = NotificationTexts.Of(member.Language);
        var lines = told.Select(one => new Line(When(one.About.At, digest, member.Language), texts.Told(one.About, one.Contact), site.Of($"inbox/{one.About.ConversationId}"))).ToArray();
        var waiting = queue > 0 ? texts[queue == 1 ? "mail.queue.one" : "mail.queue.other"].Replace("{count}", $"{queue}", StringComparison.Ordinal) : null;
        var message = new MimeMessage
        {
            Subject = texts[lines.Length == 1 ? "mail.subject.one" : "mail.subject.other"].Replace("{count}", $"{lines.Length}", StringComparison.Ordinal),
            Body = new MultipartAlternative(new TextPart("plain") { Text = Plain(texts, lines, waiting) }, new TextPart("html") { Text = Html(texts, lines, waiting, member.Language) }),
            Date = now,
            MessageId = MimeUtils.GenerateMessageId(site.Root.Host),
        };
        message.From.Add(MailboxAddress.Parse(smtp.From));
        message.To.Add(new MailboxAddress(member.Name, member.Email));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{site.Of($"api/v1/digest-mails/{Token(member)}/stop")}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return new MailRow { OrganisationId = member.OrganisationId, MemberId = member.Id, CreatedAt = now, DueAt = now, Content = bytes.ToArray() };
    }

    /// <summary>Whose mails are to end; null = it is no token of ours.</summary>
    public static (Guid OrganisationId, Guid MemberId)? Open(IDataProtectionProvider protection, string token)
    {
        try
        {
            var parts = protection.CreateProtector(Purpose).Unprotect(token).Split(' ');
            return (Guid.Parse(parts[0]), Guid.Parse(parts[1]));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private string Token(Member member) => protection.CreateProtector(Purpose).Protect($"{member.OrganisationId} {member.Id}");

    private Uri Preferences => site.Of("preferences/notifications");

    private static string When(DateTimeOffset at, Digest digest, string language) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(digest.TimeZone)).ToString("ddd d MMM, HH:mm", CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB"));

    private string Plain(NotificationTexts texts, Line[] lines, string? waiting)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.AppendLine(CultureInfo.InvariantCulture, $"{line.When} · {line.Told}").AppendLine(line.Address.AbsoluteUri).AppendLine();
        if (waiting is not null) text.AppendLine(waiting).AppendLine();
        return text.AppendLine("—").AppendLine(texts["mail.why"]).AppendLine(Preferences.AbsoluteUri).ToString();
    }

    private string Html(NotificationTexts texts, Line[] lines, string? waiting, string language)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{language}\"><body style=\"margin:0;padding:24px;background:#f6f6f8;font:15px/1.5 system-ui,sans-serif;color:#1d1d22\"><div style=\"max-width:560px;margin:0 auto;padding:20px;background:#fff;border-radius:12px\">");
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 14px\"><a href=\"{Safe(line.Address.AbsoluteUri)}\" style=\"color:#3d4fd8;text-decoration:none;font-weight:600\">{Safe(line.Told)}</a><br><span style=\"color:#6a6a75;font-size:13px\">{Safe(line.When)}</span></p>");
        if (waiting is not null) page.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 14px\">{Safe(waiting)}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:20px 0 0;color:#6a6a75;font-size:13px\">{Safe(texts["mail.why"])} <a href=\"{Safe(Preferences.AbsoluteUri)}\" style=\"color:#6a6a75\">{Safe(texts["mail.preferences"])}</a></p></div></body></html>");
        return page.ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private sealed record Line(string When, string Told, Uri Address);
}
