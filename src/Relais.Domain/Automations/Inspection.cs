using System.Text;
using Relais.Domain.Search;

namespace Relais.Domain.Automations;

/// <summary>A message as conditions look at it: every keyword of every automation was looked for once.</summary>
internal sealed class Inspection(string text, IReadOnlyDictionary<Needle, Spot> found)
{
    private readonly Lazy<int> words = new(() => CountWords(text));

    public int Words => words.Value;

    /// <summary>How many of these were found.</summary>
    public int Count(IReadOnlyList<Needle> needles) => found.Count == 0 ? 0 : needles.Count(found.ContainsKey);

    public Spot? Find(Needle needle) => found.TryGetValue(needle, out var spot) ? spot : null;

    /// <summary>What stands between spaces and has a letter or a digit; in scripts without spaces, every sign.</summary>
    private static int CountWords(string text)
    {
        var (count, isCounted) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) isCounted = false;
            else if (Domain.Search.Words.StandsAlone(rune)) count++;
            else if (!isCounted && Rune.IsLetterOrDigit(rune)) (count, isCounted) = (count + 1, true);
        }

        return count;
    }
}
