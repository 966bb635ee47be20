namespace Relais.Domain.Search;

/// <summary>
/// What somebody looks for: all of these words, the last one perhaps not finished; or a telephone number. Words in quotes stand side
/// by side.
/// </summary>
public sealed class SearchTerms
{
    private const int MostTerms = 12;
    private const int ShortestBeginning = 2;

    private readonly List<string[]> phrases = [];

    private SearchTerms(string text)
    {
        var all = new List<SearchTerm>();
        var parts = text.Split('"', '«', '»', '“', '”');
        for (var part = 0; part < parts.Length; part++)
        {
            Word[] words = [.. Words.Of(parts[part])];
            var isQuoted = part % 2 == 1;
            if (isQuoted) phrases.Add([.. words.Select(word => word.Root)]);
            else phrases.AddRange(Runs(words));
            var isLastPart = !isQuoted && parts.Skip(part + 1).All(string.IsNullOrWhiteSpace);
            all.AddRange(words.Select((word, at) => new SearchTerm(word, isLastPart && at == words.Length - 1 && word.Key.Length >= ShortestBeginning && !word.IsSign)));
        }

        phrases.RemoveAll(phrase => phrase.Length < 2);
        All = [.. all.DistinctBy(term => (term.Root, term.IsBeginning)).Take(MostTerms)];
        Number = Words.Number(text);
    }

    /// <summary>Every one of them must be there.</summary>
    public IReadOnlyList<SearchTerm> All { get; }

    /// <summary>Instead of the words: the end of a telephone number, or a piece out of its middle. Null when it cannot be one.</summary>
    public string? Number { get; }

    /// <summary>Whether words must stand side by side, which only the text itself can tell.</summary>
    public bool HasPhrases => phrases.Count > 0;

    /// <returns>Null when there is nothing to look for.</returns>
    public static SearchTerms? Of(string? text) => text is not null && new SearchTerms(text) is { All.Count: > 0 } terms ? terms : null;

    /// <summary>Whether a text is what is looked for.</summary>
    public bool AreIn(string text)
    {
        Word[] words = [.. Words.Of(text)];
        if (Number is not null && words.Any(IsNumber)) return true;

        return All.All(term => words.Any(term.Matches)) && phrases.TrueForAll(phrase => Stands(phrase, words));
    }

    /// <summary>Whether this word is one of those looked for.</summary>
    public bool Match(Word word) => All.Any(term => term.Matches(word)) || IsNumber(word);

    private bool IsNumber(Word word) => Number is not null && word.Key.Contains(Number, StringComparison.Ordinal);

    private static bool Stands(string[] phrase, Word[] words)
    {
        for (var from = 0; from <= words.Length - phrase.Length; from++)
        {
            if (phrase.Select((root, at) => words[from + at].Root == root).All(same => same)) return true;
        }

        return false;
    }

    /// <summary>Signs that follow each other are a word of their script.</summary>
    private static IEnumerable<string[]> Runs(Word[] words)
    {
        var run = new List<string>();
        for (var at = 0; at < words.Length; at++)
        {
            var follows = at > 0 && words[at - 1].IsSign && words[at - 1].At + words[at - 1].Length == words[at].At;
            if (!words[at].IsSign || !follows)
            {
                yield return [.. run];
                run.Clear();
            }

            if (words[at].IsSign) run.Add(words[at].Root);
        }

        yield return [.. run];
    }
}

/// <summary>One word that is looked for.</summary>
public sealed record SearchTerm(string Key, string Root, bool IsBeginning)
{
    internal SearchTerm(Word word, bool isBeginning)
        : this(word.Key, word.Root, isBeginning)
    {
    }

    public bool Matches(Word word) => word.Root == Root || (IsBeginning && word.Key.StartsWith(Key, StringComparison.Ordinal));
}
