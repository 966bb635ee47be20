using System.Globalization;
using System.Text;
using Relais.Domain.Search;

namespace Relais.Domain.Automations;

/// <summary>
/// A text as keywords are looked for in it: in lower case, composed, one space where there were many, one apostrophe for all. It
/// knows where each sign stood, a letter with its accents or an emoji with its parts being one, so that nothing is found that
/// begins or ends within a sign.
/// </summary>
public sealed class Reading
{
    /// <summary>No language writes a sign so long; what does is taken as it is, because composing it may take long.</summary>
    private const int LongestSign = 32;

    private readonly List<Sign> signs = [];
    private readonly List<int> signOf = [];

    public Reading(string text, bool ignoresAccents)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Append(folded, text.AsSpan(at, length), at, ignoresAccents);
            at += length;
        }

        while (folded is [.., ' ']) DropLast(folded);
        Text = folded.ToString();
        (FirstLetter, LastLetter) = (signOf.FindIndex(IsLetter), signOf.FindLastIndex(IsLetter));
        if (FirstLetter < 0) FirstLetter = Text.Length;

        bool IsLetter(int sign) => signs[sign].IsLetter;
    }

    public string Text { get; }

    /// <summary>Where its first letter or digit stands; at the end when there is none.</summary>
    public int FirstLetter { get; }

    /// <summary>Where its last letter or digit ends, as the last place that belongs to it; -1 when there is none.</summary>
    public int LastLetter { get; }

    /// <summary>As it is looked for, without what surrounds it.</summary>
    public static string Fold(string keyword, bool ignoresAccents) => new Reading(keyword, ignoresAccents).Text;

    /// <summary>Whether what stands from here to there is made of whole signs.</summary>
    public bool IsWhole(int from, int to) => Opens(from) && Opens(to);

    /// <summary>Whether no letter or digit goes on before or after it.</summary>
    public bool StandsAlone(int from, int to) => !(Joins(from - 1) && Joins(from)) && !(Joins(to - 1) && Joins(to));

    /// <summary>Where it stands in the text as it was written.</summary>
    public Spot SpotOf(int from, int to)
    {
        var (first, last) = (signs[signOf[from]], signs[signOf[to - 1]]);
        return new Spot(first.At, last.At + last.Length - first.At);
    }

    private bool Opens(int at) => at == 0 || at == signOf.Count || signOf[at] != signOf[at - 1];

    private bool Joins(int at) => at >= 0 && at < signOf.Count && signs[signOf[at]].Joins;

    private void Append(StringBuilder folded, ReadOnlySpan<char> sign, int at, bool ignoresAccents)
    {
        if (char.IsWhiteSpace(sign[0]))
        {
            if (folded is []) return;
            if (folded is [.., ' ']) signs[^1] = signs[^1] with { Length = at + sign.Length - signs[^1].At };
            else Append(folded, " ", new Sign(at, sign.Length, IsLetter: false, Joins: false));
            return;
        }

        var isLetter = HasLetter(sign, out var stands);
        Append(folded, FoldSign(sign, ignoresAccents), new Sign(at, sign.Length, isLetter, isLetter && !stands));
    }

    private void Append(StringBuilder folded, string letters, Sign sign)
    {
        if (letters.Length == 0) return;

        signs.Add(sign);
        for (var count = 0; count < letters.Length; count++) signOf.Add(signs.Count - 1);
        folded.Append(letters);
    }

    private void DropLast(StringBuilder folded)
    {
        folded.Length--;
        signOf.RemoveAt(signOf.Count - 1);
    }

    private static bool HasLetter(ReadOnlySpan<char> sign, out bool stands)
    {
        stands = false;
        foreach (var rune in sign.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune)) continue;

            stands = Words.StandsAlone(rune);
            return true;
        }

        return false;
    }

    private static string FoldSign(ReadOnlySpan<char> sign, bool ignoresAccents)
    {
        if (sign.Length == 1 && char.IsAscii(sign[0])) return char.ToLowerInvariant(sign[0]).ToString();

        var plain = new StringBuilder(sign.Length);
        foreach (var rune in sign.EnumerateRunes()) Keep(plain, rune, ignoresAccents: false);
        if (sign.Length > LongestSign) return plain.ToString();

        var parts = new StringBuilder(sign.Length);
        foreach (var rune in plain.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes()) Keep(parts, rune, ignoresAccents);
        return parts.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static void Keep(StringBuilder into, Rune rune, bool ignoresAccents)
    {
        if (IsUnseen(rune) || (ignoresAccents && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)) return;

        into.Append(ignoresAccents ? Unbound(Alike(rune)) : Alike(rune));
    }

    /// <summary>Colours of emoji, and what steers how a text is laid out.</summary>
    private static bool IsUnseen(Rune rune) =>
        rune.Value is 0xFE0E or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF)
        || (rune.Value != 0x200D && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    /// <summary>What keyboards write for one and the same.</summary>
    private static string Alike(Rune rune) => rune.Value switch
    {
        '’' or '‘' or 'ʼ' or '´' or '`' or '′' => "'",
        '‐' or '‑' or '–' or '—' => "-",
        '“' or '”' or '„' or '«' or '»' => "\"",
        'ς' => "σ",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };

    private static string Unbound(string letter) => letter switch
    {
        "œ" => "oe",
        "æ" => "ae",
        "ß" => "ss",
        "ø" => "o",
        "ł" => "l",
        _ => letter,
    };

    /// <param name="At">Where it begins in the text as it was written.</param>
    /// <param name="Length">How long it is there.</param>
    /// <param name="Joins">Whether it makes one word with the letters beside it; the signs of scripts without spaces do not.</param>
    private readonly record struct Sign(int At, int Length, bool IsLetter, bool Joins);
}

/// <summary>Where something stands in a message.</summary>
public readonly record struct Spot(int At, int Length);
