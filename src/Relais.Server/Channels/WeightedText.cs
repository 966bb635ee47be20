using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Relais.Server.Channels;

/// <summary>
/// Texts as networks of short posts weigh them: letters of most alphabets are one, all others and each emoji two, an address 23
/// however long it is. The browser does the same in <c>conversations/weigh.ts</c>; both are tried by the same cases.
/// </summary>
internal static partial class WeightedText
{
    private const int OfAnAddress = 23;

    /// <summary>What a text must leave free for <c> 1/3</c>.</summary>
    private const int ShortestMark = 4;

    private const string Ends = ".!?…";
    private const string EndsAlone = "。！？\n";
    private const string Opening = "«([{“";
    private const string Closing = "»)]}”!?:;,.…%";

    public static int LengthOf(string text) => Signs(text).Sum(sign => sign.Weight);

    /// <summary>
    /// Cuts what is too long into parts that each fit and say which of how many they are: after a sentence where that is not far, else
    /// after a word, and never within an address or an emoji. Only space is lost.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int longest)
    {
        if (LengthOf(text) <= longest) return [text];

        List<Sign> signs = [.. Signs(text)];
        for (var mark = ShortestMark; ; mark += 2)
        {
            var parts = Cut(signs, longest - mark);
            IReadOnlyList<string> marked = [.. parts.Select((part, at) => string.Create(CultureInfo.InvariantCulture, $"{part} {at + 1}/{parts.Count}"))];
            if (marked.All(part => LengthOf(part) <= longest) || mark > longest / 2) return marked;
        }
    }

    private static List<string> Cut(List<Sign> signs, int room)
    {
        List<string> parts = [];
        for (var start = Skip(signs, 0); start < signs.Count;)
        {
            var end = EndOf(signs, start, room);
            parts.Add(string.Concat(signs[start..end].Select(sign => sign.Text)).Trim());
            start = Skip(signs, end);
        }

        return parts;
    }

    private static int EndOf(List<Sign> signs, int start, int room)
    {
        var (end, weight, sentence, word) = (start, 0, 0, 0);
        while (end < signs.Count && weight + signs[end].Weight <= room)
        {
            weight += signs[end++].Weight;
            if (weight >= room / 2 && EndsSentence(signs, end)) sentence = end;
            if (EndsWord(signs, end)) word = end;
        }

        return Skip(signs, end) == signs.Count ? signs.Count : sentence > 0 ? sentence : word > 0 ? word : Math.Max(end, start + 1);
    }

    private static bool EndsSentence(List<Sign> signs, int end) =>
        EndsAlone.Contains(signs[end - 1].Text, StringComparison.Ordinal) || (Ends.Contains(signs[end - 1].Text, StringComparison.Ordinal) && EndsWord(signs, end));

    /// <summary>No line begins with what closes, and none ends with what opens.</summary>
    private static bool EndsWord(List<Sign> signs, int end)
    {
        if (end < signs.Count && !signs[end].IsSpace) return false;

        var next = Skip(signs, end);
        return next == signs.Count || !(Closing.Contains(signs[next].Text, StringComparison.Ordinal) || Opening.Contains(signs[end - 1].Text, StringComparison.Ordinal) || signs[end - 1].IsSpace);
    }

    private static int Skip(List<Sign> signs, int at)
    {
        while (at < signs.Count && signs[at].IsSpace) at++;
        return at;
    }

    /// <summary>What is never cut, one after the other: addresses, and what is drawn as one sign.</summary>
    private static IEnumerable<Sign> Signs(string text)
    {
        var at = 0;
        foreach (Match found in Words().Matches(text))
        {
            foreach (var sign in Drawn(text[at..found.Index])) yield return sign;
            foreach (var sign in Read(found)) yield return sign;
            at = found.Index + found.Length;
        }

        foreach (var sign in Drawn(text[at..])) yield return sign;
    }

    private static IEnumerable<Sign> Read(Match found)
    {
        var drawn = Drawn(found.Value);
        if (found.Groups["web"].Success) return [new Sign(found.Value, OfAnAddress)];
        if (found.Groups["mailbox"].Success) return [new Sign(found.Value, drawn.Sum(sign => sign.Weight))];
        // Whether what looks like an address is one only who knows all endings can say: it counts as the longer of both.
        if (found.Groups["bare"].Success) return [new Sign(found.Value, Math.Max(OfAnAddress, drawn.Sum(sign => sign.Weight)))];

        return drawn;
    }

    private static IEnumerable<Sign> Drawn(string text)
    {
        var signs = StringInfo.GetTextElementEnumerator(text);
        while (signs.MoveNext()) yield return new Sign(signs.GetTextElement(), WeightOf(signs.GetTextElement().Normalize(NormalizationForm.FormC)));
    }

    /// <summary>What is drawn from several letters, as a family is, is one emoji.</summary>
    private static int WeightOf(string sign) => sign.EnumerateRunes().Any(IsEmoji) ? 2 : sign.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 1 : 2);

    private static bool IsEmoji(Rune rune) => rune.Value is 0xFE0F or (>= 0x1F000 and <= 0x1FAFF);

    private static bool IsLight(int rune) => rune is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    /// <summary>Addresses with and without a protocol, mail addresses, and plain words, which are read so that nothing begins within them.</summary>
    [GeneratedRegex(
        @"(?<web>https?://(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:/(?:(?:[a-z0-9!*';:=+,.$/%#\[\]_~@|&À-ɏЀ-ӿ–-]|\([^\s()]*\))*(?:[a-z0-9=_#/+À-ɏЀ-ӿ-]|\([^\s()]*\)))?)?(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*[a-z0-9_&=#/-])?)" +
        @"|(?<mailbox>[a-z0-9_.+-]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)" +
        @"|(?<bare>(?:[a-z0-9_-]+\.)+[a-z]{2,}(?:[/?][^\s<>""]*)?)" +
        @"|[a-z0-9_][a-z0-9_\p{M}]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    /// <param name="Text">As it was written.</param>
    /// <param name="Weight">What it counts.</param>
    private readonly record struct Sign(string Text, int Weight)
    {
        /// <summary>A space that holds together what is on both sides is none.</summary>
        public bool IsSpace => Text is not ("\u00A0" or "\u202F") && string.IsNullOrWhiteSpace(Text);
    }
}
