using System.Text;
using Relais.Domain.Shared;

namespace Relais.Domain.Search;

/// <summary>
/// Cuts a text into the words it is found by: without case and accents, a plural as its singular. What is kept and what somebody
/// looks for are cut the same way, so every database finds the same.
/// </summary>
public static class Words
{
    /// <summary>A longer one is no word that anybody types; it is found by its beginning.</summary>
    private const int LongestWord = 64;

    /// <summary>Of a longer text, only the beginning is found.</summary>
    private const int MostWords = 3000;

    private const int ShortestNumber = 4;

    public static IEnumerable<Word> Of(string text)
    {
        var start = -1;
        var count = 0;
        for (var at = 0; at < text.Length && count < MostWords;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var isAlone = StandsAlone(rune);
            var isPart = !isAlone && (Rune.IsLetterOrDigit(rune) || (start >= 0 && IsMark(rune)));
            if (start >= 0 && !isPart)
            {
                yield return Cut(text, start, at);
                (start, count) = (-1, count + 1);
            }

            if (isAlone)
            {
                yield return new Word(at, length, rune.ToString(), IsSign: true);
                count++;
            }
            else if (isPart && start < 0)
            {
                start = at;
            }

            at += length;
        }

        if (start >= 0 && count < MostWords) yield return Cut(text, start, text.Length);
    }

    /// <summary>Each once, as an index keeps them.</summary>
    public static IEnumerable<string> RootsOf(string text) => Of(text).Select(word => word.Root).Distinct(StringComparer.Ordinal);

    /// <summary>The ends of a telephone number, so that it is found with and without what comes before it abroad, or by its last digits.</summary>
    public static IEnumerable<string> EndsOf(string number)
    {
        var digits = Digits(number);
        for (var from = 0; from <= digits.Length - ShortestNumber; from++) yield return digits[from..];
    }

    /// <summary>What may be a telephone number, without what is dialled before it; null when it cannot be one.</summary>
    internal static string? Number(string text)
    {
        if (text.Any(char.IsLetter)) return null;

        var digits = Digits(text).TrimStart('0');
        return digits.Length >= ShortestNumber ? digits : null;
    }

    internal static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static Word Cut(string text, int start, int end) =>
        new(start, end - start, Fold(text[start..Math.Min(end, start + LongestWord)]));

    private static string Fold(string word)
    {
        if (word.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign))) return word;

        return Texts.Key(word).Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Scripts that put no space between words: every sign is one.</summary>
    internal static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        or (>= 0x0E01 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);
}

/// <summary>One word of a text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Key">Without case and accents.</param>
/// <param name="IsSign">It stands alone in a script without spaces.</param>
public readonly record struct Word(int At, int Length, string Key, bool IsSign = false)
{
    private const int ShortestPlural = 4;

    /// <summary>A plural as its singular, in a way that is right often enough in French and English.</summary>
    public string Root => Key.Length >= ShortestPlural && Key[^1] is 's' or 'x' && !Key.Any(char.IsAsciiDigit) ? Key[..^1] : Key;
}
