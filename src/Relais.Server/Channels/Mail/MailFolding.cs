using System.Text.RegularExpressions;

namespace Relais.Server.Channels.Mail;

/// <summary>Parts what somebody wrote now from what he quotes and from how he signs. Where that leaves nothing, all of it was meant.</summary>
/// <param name="Text">The new words.</param>
/// <param name="Quoted">The mail below, as it came.</param>
/// <param name="Signature">What stands below the dashes.</param>
internal sealed partial record MailFolding(string Text, string? Quoted, string? Signature)
{
    private const int MostLines = 20_000;
    private const int HeaderLines = 8;
    private const int IntroductionLines = 3;

    public static MailFolding Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines) return new MailFolding(text.Trim(), null, null);

        var quoteAt = QuoteIn(lines);
        var signatureAt = SignatureIn(lines, quoteAt);
        var written = Join(lines, 0, signatureAt);
        return written.Length == 0
            ? new MailFolding(text.Trim(), null, null)
            : new MailFolding(written, OrNull(Join(lines, quoteAt, lines.Length)), OrNull(Join(lines, signatureAt, quoteAt)));
    }

    private static int QuoteIn(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (Separator().IsMatch(lines[at]) || IsHeader(lines, at)) return BeforeRule(lines, at);
        }

        return TailIn(lines);
    }

    /// <summary>Outlook writes the header of the mail it answers: who, when, to whom, about what.</summary>
    private static bool IsHeader(string[] lines, int at)
    {
        if (!FromLine().IsMatch(lines[at])) return false;

        var below = lines.Skip(at + 1).Take(HeaderLines).ToList();
        return below.Exists(DateLine().IsMatch) && below.Exists(AboutLine().IsMatch);
    }

    private static int BeforeRule(string[] lines, int at) => at > 0 && Rule().IsMatch(lines[at - 1]) ? at - 1 : at;

    /// <summary>Lines that begin with a mark, down to the end, with the line that introduces them. Answers in between keep them open.</summary>
    private static int TailIn(string[] lines)
    {
        var at = lines.Length;
        var first = at;
        while (at > 0 && (IsQuoted(lines[at - 1]) || IsEmpty(lines[at - 1])))
        {
            at--;
            if (IsQuoted(lines[at])) first = at;
        }

        if (first == lines.Length) return first;

        var introduction = first;
        while (introduction > 0 && IsEmpty(lines[introduction - 1])) introduction--;
        int[] above = [.. Enumerable.Range(1, IntroductionLines).TakeWhile(up => introduction - up >= 0 && !IsEmpty(lines[introduction - up]))];
        // It may go over several lines; what stands right above it is somebody's own words.
        var whole = above.Reverse().FirstOrDefault(up => Opening().IsMatch(lines[introduction - up]) && Introduces(up));
        var part = whole > 0 ? whole : above.FirstOrDefault(Introduces);
        return part > 0 ? introduction - part : first;

        bool Introduces(int up) => Introduction().IsMatch(string.Join(' ', lines[(introduction - up)..introduction]));
    }

    private static int SignatureIn(string[] lines, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (lines[at] is "--" or "-- ") return at;
        }

        var last = end - 1;
        while (last >= 0 && IsEmpty(lines[last])) last--;
        return last > 0 && Device().IsMatch(lines[last]) ? last : end;
    }

    private static bool IsQuoted(string line) => line.StartsWith('>');

    private static bool IsEmpty(string line) => string.IsNullOrWhiteSpace(line);

    private static string Join(string[] lines, int from, int to) => string.Join('\n', lines[from..to]).Trim();

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    // Not "forwarded": what somebody passes on is what he wants to show.
    [GeneratedRegex(@"^\s*-{2,}\s*(Original Message|Message d['’]origine|Message original|Ursprüngliche Nachricht|Mensaje original)\s*-{2,}\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*\*?(From|De|Von)\s?:\*? ", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^\s*\*?(Sent|Date|Envoyé|Envoyé le|Gesendet|Enviado( el)?)\s?:\*? ", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^\s*\*?(Subject|Objet|Betreff|Asunto)\s?:\*?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AboutLine();

    [GeneratedRegex(@"^\s*(_{10,}|-{10,})\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    // "On Monday Ana wrote:", "Le lundi 3 mars à 10:12, Ana <…> a écrit :"
    [GeneratedRegex(@"(wrote|écrit|schrieb|escribió|ha scritto|schreef|geschreven).{0,200}:\s*$|^.{0,300}(@|\d{4}).{0,300}:\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^\s*(On|Le|Am|El|Il|Op)\s", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(Sent from my |Envoyé de(puis)? mon |Envoyé à partir de |Get Outlook for |Obtenir Outlook pour ).{0,80}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Device();
}
