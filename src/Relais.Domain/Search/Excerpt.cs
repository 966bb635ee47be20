using System.Text.RegularExpressions;

namespace Relais.Domain.Search;

/// <summary>A few words of a text around the first that was looked for.</summary>
public static partial class Excerpt
{
    private const int Length = 180;
    private const int Before = 40;

    public static IReadOnlyList<ExcerptPart> Of(string text, SearchTerms terms)
    {
        var line = Blanks().Replace(text, " ").Trim();
        Word[] words = [.. Words.Of(line)];
        var hits = words.Where(terms.Match).ToList();
        var from = hits.Count == 0 || hits[0].At <= Before ? 0 : words.First(word => word.At >= hits[0].At - Before).At;
        var to = line.Length - from <= Length ? line.Length : words.LastOrDefault(word => word.At + word.Length <= from + Length, new Word(from, Length, "")) is var last ? last.At + last.Length : 0;
        return [.. Parts(line, from, to, hits)];
    }

    private static IEnumerable<ExcerptPart> Parts(string line, int from, int to, List<Word> hits)
    {
        if (from > 0) yield return new ExcerptPart("…", IsHit: false);
        foreach (var hit in hits.Where(hit => hit.At >= from && hit.At + hit.Length <= to))
        {
            if (hit.At > from) yield return new ExcerptPart(line[from..hit.At], IsHit: false);
            from = hit.At + hit.Length;
            yield return new ExcerptPart(line[hit.At..from], IsHit: true);
        }

        if (to > from) yield return new ExcerptPart(line[from..to], IsHit: false);
        if (to < line.Length) yield return new ExcerptPart("…", IsHit: false);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}

/// <summary>A piece of an excerpt.</summary>
/// <param name="IsHit">Whether it was looked for.</param>
public sealed record ExcerptPart(string Text, bool IsHit);
