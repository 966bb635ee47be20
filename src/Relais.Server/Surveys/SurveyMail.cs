using System.Net;
using MimeKit;
using MimeKit.Utils;
using Relais.Domain.Contacts;
using Relais.Domain.Surveys;
using Relais.Server.Notifications;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Surveys;

/// <summary>The mail that asks a contact how it was: the question and one link, nothing of the conversation.</summary>
public sealed class SurveyMail(SmtpSettings smtp, SiteAddress site)
{
    public MailRow To(Contact contact, SurveyWords words, string token, DateTimeOffset now)
    {
        var (link, texts) = (site.Of($"api/v1/survey-page/{token}").AbsoluteUri, SurveyTexts.Of(words.Language));
        var message = new MimeMessage
        {
            Subject = words.Question,
            Body = new MultipartAlternative(new TextPart("plain") { Text = $"{words.Question}\n\n{texts["answer"]}\n{link}\n" }, new TextPart("html") { Text = Html(words, link, texts["answer"]) }),
            Date = now,
            MessageId = MimeUtils.GenerateMessageId(site.Root.Host),
        };
        message.From.Add(MailboxAddress.Parse(smtp.From));
        message.To.Add(new MailboxAddress(contact.Name ?? "", contact.Email!));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return new MailRow { OrganisationId = contact.OrganisationId, MemberId = contact.Id, CreatedAt = now, DueAt = now, Content = bytes.ToArray() };
    }

    private static string Html(SurveyWords words, string link, string answer) =>
        $"<!doctype html><html lang=\"{Safe(words.Language)}\"><body style=\"margin:0;padding:24px;background:#f6f6f8;font:16px/1.5 system-ui,sans-serif;color:#1d1d22\">" +
        $"<div style=\"max-width:480px;margin:0 auto;padding:28px;background:#fff;border-radius:12px\"><p style=\"margin:0 0 20px\">{Safe(words.Question)}</p>" +
        $"<a href=\"{Safe(link)}\" style=\"display:inline-block;padding:10px 18px;background:#4149d6;color:#fff;border-radius:8px;text-decoration:none;font-weight:600\">{Safe(answer)}</a></div></body></html>";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
