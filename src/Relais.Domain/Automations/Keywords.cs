using System.Text;

namespace Relais.Domain.Automations;

/// <summary>
/// What to look for, as somebody writes it into one field: words or phrases, apart by commas or lines. What stands in quotes may
/// have commas; a quote inside a word, as in 27", is a sign like any other.
/// </summary>
public static class Keywords
{
    private const string Opening = "\"“«";
    private const string Closing = "\"”»";

    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            at = SkipSpace(text, at);
            var (word, next) = TakeQuoted(text, at) ?? TakePlain(text, at);
            if (word.Length > 0) found.Add(word);
            at = next + 1;
        }

        return found;
    }

    /// <summary>Null where no quote opens, or none closes it before the next comma.</summary>
    private static (string Word, int Next)? TakeQuoted(string text, int at)
    {
        if (at >= text.Length || Opening.IndexOf(text[at], StringComparison.Ordinal) is not (>= 0 and var kind)) return null;

        var word = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != Closing[kind])
            {
                word.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"' && kind == 0)
            {
                word.Append(text[at++]);
                continue;
            }

            var next = SkipSpace(text, at + 1);
            return next >= text.Length || IsEnd(text[next]) ? (word.ToString().Trim(), next) : null;
        }

        return null;
    }

    private static (string Word, int Next) TakePlain(string text, int at)
    {
        var end = at;
        while (end < text.Length && !IsEnd(text[end])) end++;
        return (text[at..end].Trim(), end);
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]) && !IsEnd(text[at])) at++;
        return at;
    }

    private static bool IsEnd(char sign) => sign is ',' or '\n' or '，';
}
