using System.Text.RegularExpressions;

namespace Relais.Server.Channels.Mail;

/// <summary>Tells mails machines wrote from people's: nothing answers those by itself, or two machines would write to each other for ever.</summary>
internal static partial class MailNoise
{
    public const string AutoSubmitted = "auto-submitted";
    public const string Suppress = "x-auto-response-suppress";
    public const string ReturnPath = "return-path";
    public const string FailedRecipients = "x-failed-recipients";

    /// <summary>What is written down of a mail to tell.</summary>
    public static readonly IReadOnlyList<string> Headers =
    [
        AutoSubmitted, Suppress, ReturnPath, FailedRecipients, "precedence", "list-id", "list-unsubscribe", "x-autoreply", "x-autorespond", "x-auto-reply", "feedback-id",
    ];

    private static readonly string[] Bulk = ["bulk", "junk", "list", "auto_reply"];

    public static bool IsAutomatic(IReadOnlyDictionary<string, string> signs, string from, string? subject)
    {
        if (signs.TryGetValue(AutoSubmitted, out var submitted) && !submitted.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (signs.TryGetValue("precedence", out var precedence) && Bulk.Contains(precedence.Trim().ToLowerInvariant())) return true;
        if (signs.TryGetValue(ReturnPath, out var path) && path.Trim() is "<>" or "") return true;
        if (signs.Keys.Any(key => key is Suppress or FailedRecipients or "list-id" or "list-unsubscribe" or "feedback-id" || key.StartsWith("x-auto", StringComparison.Ordinal))) return true;

        return Machine().IsMatch(from) || (subject is not null && Away().IsMatch(subject));
    }

    /// <summary>
    /// Whether it may carry what opens an account elsewhere: somebody may have given our address there, so that whoever reads the queue
    /// passes for us.
    /// </summary>
    public static bool MayOpenAccount(string? subject, string text) =>
        Account().IsMatch(subject ?? "") || (Account().IsMatch(text.Length > 2_000 ? text[..2_000] : text) && text.Contains("http", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|ne-?pas-?repondre|bounces?|notifications?)([+.-][^@]*)?@", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^(automatic reply|réponse automatique|out of office|absence du bureau|autoreply|automatische antwort)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Away();

    [GeneratedRegex(@"(verif(y|ication)|confirm(ation|er|ez|\s+your)?|vérifi(er|ez|cation)|activat(e|ion)|activ(er|ez)|reset|réinitialis|one-time|invitation|sign[- ]?in|connexion|passcode|security code|code de (sécurité|vérification)).{0,80}(e-?mail|address|adresse|account|compte|password|mot de passe|code|link|lien)|(password|mot de passe).{0,40}(reset|réinitialis)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Account();
}
