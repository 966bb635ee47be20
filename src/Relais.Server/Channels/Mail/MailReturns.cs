using System.Text.RegularExpressions;
using MimeKit;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Mail;

/// <summary>Reads what servers report of our mails (RFC 3464).</summary>
internal static partial class MailReturns
{
    private const int LongestReason = 400;

    /// <summary>Null where it is no report about a delivery.</summary>
    public static MailReturn? Of(MultipartReport report)
    {
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status) return null;

        var recipient = status.StatusGroups.Skip(1).FirstOrDefault(group => group["Action"] is not null) ?? status.StatusGroups.FirstOrDefault(group => group["Action"] is not null);
        if (recipient is null) return null;

        return new MailReturn(
            report.Select(IdIn).OfType<string>().FirstOrDefault(),
            recipient["Action"]?.Trim().ToLowerInvariant(),
            Texts.Fit(recipient["Status"], 20),
            Texts.Fit(recipient["Diagnostic-Code"], LongestReason));
    }

    /// <summary>How far our mail got; null where it is still on its way.</summary>
    public static DeliveryReport? ReportOf(MailReturn told, DateTimeOffset at) => told.Action switch
    {
        "failed" => new DeliveryReport(DeliveryStatus.Failed, at, Code: CodeOf(told.Status), Reason: told.Reason ?? told.Status),
        "delivered" => new DeliveryReport(DeliveryStatus.Delivered, at),
        _ => null,
    };

    /// <summary>https://www.rfc-editor.org/rfc/rfc3463</summary>
    private static string CodeOf(string? status) => status?.Trim().Split('.') switch
    {
        [_, "1", ..] => "address_unknown",
        [_, "2", "2"] => "mailbox_full",
        [_, "2", ..] => "address_unknown",
        [_, "3", "4"] => "too_large",
        [_, "7", ..] => "refused_by_policy",
        _ => "bounced",
    };

    private static string? IdIn(MimeEntity part) => part switch
    {
        MessagePart message => message.Message?.MessageId,
        TextPart headers when headers.ContentType.IsMimeType("text", "rfc822-headers") => IdLine().Match(headers.Text) is { Success: true } found ? found.Groups["id"].Value : null,
        _ => null,
    };

    [GeneratedRegex(@"^Message-ID:\s*<(?<id>[^<>\s]{1,250})>", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IdLine();
}
