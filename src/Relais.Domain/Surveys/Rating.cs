using System.Globalization;
using System.Text;
using Relais.Domain.Shared;

namespace Relais.Domain.Surveys;

/// <summary>How a contact says how it was.</summary>
public enum QuestionKind
{
    /// <summary>One to five stars.</summary>
    Stars,

    /// <summary>Five faces, from sad to happy.</summary>
    Smileys,

    /// <summary>One to five.</summary>
    Numbers,

    /// <summary>Down or up.</summary>
    Thumbs,

    /// <summary>Zero to ten: would you recommend us?</summary>
    Recommendation,
}

/// <summary>Whether a score is bad, so-so or good; what is asked next depends on it.</summary>
public enum Mood
{
    Negative,
    Neutral,
    Positive,
}

/// <summary>What a contact answered.</summary>
/// <param name="Raw">As he gave it: 0 to 10, or 1 to 5, or 0 and 1 for thumbs.</param>
/// <param name="Score">The same from 1 to 5, whatever was asked.</param>
public sealed record Rating(int Raw, int Score)
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>Scores so low that supervisors are told.</summary>
    public const int Low = 2;

    /// <summary>From here on somebody is satisfied.</summary>
    public const int Satisfied = 4;

    public Mood Mood => Score <= Low ? Mood.Negative : Score < Satisfied ? Mood.Neutral : Mood.Positive;

    /// <exception cref="RuleViolation"><c>survey.rating</c>.</exception>
    public static Rating Of(QuestionKind kind, int raw) => kind.Values().Contains(raw)
        ? new Rating(raw, kind switch
        {
            QuestionKind.Thumbs => raw == 0 ? Worst : Best,
            QuestionKind.Recommendation => raw switch { <= 2 => 1, <= 4 => 2, <= 6 => 3, <= 8 => 4, _ => 5 },
            _ => raw,
        })
        : throw new RuleViolation("survey.rating", "Choose one of the answers.");
}

/// <summary>What each kind of question offers, and how a free answer to it is read.</summary>
public static class Ratings
{
    /// <summary>No rating is longer; what is longer is somebody's message.</summary>
    private const int Longest = 24;

    private static readonly string[] Faces = ["😞", "🙁", "😐", "🙂", "😀"];

    private static readonly Dictionary<string, int> Words = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["un"] = 1, ["une"] = 1, ["two"] = 2, ["deux"] = 2, ["three"] = 3, ["trois"] = 3, ["four"] = 4, ["quatre"] = 4, ["five"] = 5, ["cinq"] = 5,
        ["six"] = 6, ["seven"] = 7, ["sept"] = 7, ["eight"] = 8, ["huit"] = 8, ["nine"] = 9, ["neuf"] = 9, ["ten"] = 10, ["dix"] = 10,
    };

    /// <summary>What may follow a number without making it another: "5 étoiles", "4 out of 5".</summary>
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "etoile", "etoiles", "star", "stars", "point", "points", "sur", "out", "of", "5", "10", "five", "ten", "cinq", "dix" };

    public static IReadOnlyList<int> Values(this QuestionKind kind) => kind switch
    {
        QuestionKind.Thumbs => [0, 1],
        QuestionKind.Recommendation => [.. Enumerable.Range(0, 11)],
        _ => [.. Enumerable.Range(1, 5)],
    };

    /// <summary>What stands on the button of a value.</summary>
    public static string Label(this QuestionKind kind, int value) => kind switch
    {
        QuestionKind.Stars => string.Concat(Enumerable.Repeat("⭐", value)),
        QuestionKind.Smileys => Faces[value - 1],
        QuestionKind.Thumbs => value == 0 ? "👎" : "👍",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    public static IReadOnlyList<string> Labels(this QuestionKind kind) => [.. kind.Values().Select(value => kind.Label(value))];

    /// <summary>What a contact is told where there are no buttons.</summary>
    public static string Hint(this QuestionKind kind, string language)
    {
        var isFrench = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        var isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var range = kind switch
        {
            QuestionKind.Thumbs => "👎 / 👍",
            QuestionKind.Smileys => string.Join("  ", Faces.Select((face, index) => $"{index + 1} {face}")),
            QuestionKind.Recommendation => "0 – 10",
            _ => "1 – 5",
        };
        return (kind, isFrench, isEnglish) switch
        {
            (QuestionKind.Thumbs, true, _) => "Répondez par 👍 ou 👎.",
            (QuestionKind.Thumbs, _, true) => "Answer with 👍 or 👎.",
            (QuestionKind.Smileys, true, _) => $"{range}\nRépondez par un chiffre de 1 à 5.",
            (QuestionKind.Smileys, _, true) => $"{range}\nAnswer with a number from 1 to 5.",
            (QuestionKind.Recommendation, true, _) => "Répondez par un chiffre de 0 (non) à 10 (oui, sans hésiter).",
            (QuestionKind.Recommendation, _, true) => "Answer with a number from 0 (no) to 10 (without hesitation).",
            (_, true, _) => "Répondez par un chiffre de 1 (mauvais) à 5 (excellent).",
            (_, _, true) => "Answer with a number from 1 (bad) to 5 (excellent).",
            _ => range,
        };
    }

    /// <summary>Whether it is short enough to be one.</summary>
    public static bool MayBe(string? text) => text?.Trim().Length is > 0 and <= Longest;

    /// <summary>What a contact means who answers in his own way: "5", "5!", "cinq", "⭐⭐⭐⭐", "4/5", a keycap.</summary>
    /// <returns>Null when it is no rating.</returns>
    public static Rating? Read(QuestionKind kind, string? text)
    {
        var said = text?.Trim() ?? "";
        if (!MayBe(said)) return null;

        var value = Sign(kind, said) ?? Number(kind, said) ?? Opinion(kind, said);
        return value is { } raw && kind.Values().Contains(raw) ? Rating.Of(kind, raw) : null;
    }

    private static int? Sign(QuestionKind kind, string said)
    {
        Rune[] signs = [.. said.EnumerateRunes().Where(sign => !IsDress(sign))];
        if (signs.Length > 0 && signs.All(sign => sign.Value is 0x2B50 or 0x2605 or 0x1F31F)) return kind is QuestionKind.Thumbs or QuestionKind.Recommendation ? null : signs.Length;
        if (signs.Length != 1) return null;

        var sign = signs[0].ToString();
        if (kind == QuestionKind.Thumbs) return sign switch { "👍" => 1, "👎" => 0, _ => null };

        return kind == QuestionKind.Smileys && Array.IndexOf(Faces, sign) is >= 0 and var face ? face + 1
            : sign == "🔟" ? 10
            : null;
    }

    private static int? Number(QuestionKind kind, string said)
    {
        if (kind == QuestionKind.Thumbs) return null;

        var bare = string.Concat(Texts.Key(said).EnumerateRunes().Where(sign => sign.Value is not (0xFE0F or 0x20E3)).Select(sign => Rune.IsLetterOrDigit(sign) || sign.Value is '-' or '+' or ',' ? sign.ToString() : sign.Value is '.' or '%' ? "." : " "));
        string[] words = bare.TrimEnd('.', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words[1..].All(Units.Contains)) return null;
        if (words.Length > 1 && !IsItsOwnScale(kind, words)) return null;
        if (Words.TryGetValue(words[0], out var spelled)) return spelled;

        return int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>"4 out of 5" answers a question from 1 to 5, and "8/10" one to 10; the other way round it is something else.</summary>
    private static bool IsItsOwnScale(QuestionKind kind, string[] words)
    {
        var last = words[^1];
        return kind == QuestionKind.Recommendation ? last is not ("5" or "five" or "cinq" or "sur" or "of" or "out") : last is not ("10" or "ten" or "dix" or "sur" or "of" or "out");
    }

    private static int? Opinion(QuestionKind kind, string said) => kind != QuestionKind.Thumbs ? null
        : Texts.Key(said).TrimEnd('.', '!', ' ') switch { "oui" or "yes" or "1" => 1, "non" or "no" or "0" => 0, _ => null };

    /// <summary>What dresses a sign without changing it: spaces, the keycap, the colour of the skin.</summary>
    private static bool IsDress(Rune sign) => sign.Value is 0xFE0F or 0xFE0E or 0x20E3 or 0x200D or ' ' or '!' or (>= 0x1F3FB and <= 0x1F3FF);
}
