using CsCheck;
using Relais.Domain.Automations;

namespace Relais.Tests.Automations;

/// <summary>The search against a naive reading of the product's text: a table says how each sign is read, every stretch of the message
/// is compared with every keyword. Random texts with accents, emoji, combining marks, quotes and commas.</summary>
[Trait("suite", "pure")]
public sealed class KeywordModelTests
{
    /// <summary>A sign as it is written, as it reads with its accents and without, and whether it makes words with its neighbours.</summary>
    private static readonly Sign[] Signs =
    [
        new("a", "a", "a", true, true), new("A", "a", "a", true, true), new("b", "b", "b", true, true), new("e", "e", "e", true, true),
        new("é", "é", "e", true, true), new("É", "é", "e", true, true), new("e\u0301", "é", "e", true, true), new("x\u0323\u0301", "x\u0323\u0301", "x", true, true),
        new("o", "o", "o", true, true), new("œ", "œ", "oe", true, true), new("1", "1", "1", true, true), new("日", "日", "日", true, false),
        new(" ", " ", " ", false, false), new(" ", " ", " ", false, false), new("\u00a0", " ", " ", false, false), new("\n", " ", " ", false, false),
        new("’", "'", "'", false, false), new("'", "'", "'", false, false), new(",", ",", ",", false, false), new(".", ".", ".", false, false),
        new("\"", "\"", "\"", false, false), new("👍", "👍", "👍", false, false), new("👍🏽", "👍", "👍", false, false), new("❤\ufe0f", "❤", "❤", false, false), new("❤", "❤", "❤", false, false),
    ];

    private static readonly Gen<Sign> AnySign = Gen.Int[0, Signs.Length - 1].Select(at => Signs[at]);

    private static readonly Gen<Sign[]> Keyword = AnySign.Array[1, 4].Where(signs => Array.Exists(signs, sign => sign.Exact != " ") && Array.TrueForAll(signs, sign => sign.Exact != "\""));

    private static readonly Gen<Case> Any = Gen.Select(
        AnySign.Array[0, 25], Keyword.Array[1, 3], Gen.Enum<SaysTest>(), Gen.Bool, Gen.Bool, (text, keywords, test, bare, inside) => new Case(text, keywords, test, bare, inside));

    [Fact]
    public void The_search_and_a_naive_reading_agree() => Any.Sample(
        it =>
        {
            var written = string.Join(", ", it.Keywords.Select(keyword => $"\"{Written(keyword)}\""));
            var text = Written(it.Text);
            var finding = KeywordTests.Finding(new Says(it.Test, written, it.Bare, it.Inside), text);
            finding.Holds.ShouldBe(Holds(it), $"{it.Test} {written} in {text}");

            string[] wanted = [.. it.Keywords.Select(keyword => Reading.Fold(Written(keyword), it.Bare))];
            foreach (var spot in finding.Spots) wanted.ShouldContain(Reading.Fold(text.Substring(spot.At, spot.Length), it.Bare), $"{written} in {text}");
        },
        iter: 20_000);

    private static bool Holds(Case it)
    {
        var distinct = it.Keywords.DistinctBy(keyword => Read(keyword, it.Bare).Text).ToList();
        var found = distinct.Count(keyword => IsThere(it, keyword));
        return it.Test switch
        {
            SaysTest.ContainsAll => found == distinct.Count,
            SaysTest.ContainsNone => found == 0,
            SaysTest.MissesOne => found < distinct.Count,
            _ => found > 0,
        };
    }

    private static bool IsThere(Case it, Sign[] keyword)
    {
        var (signs, wanted) = (Tidy(it.Text), Read(keyword, it.Bare).Text);
        for (var from = 0; from < signs.Length; from++)
        {
            for (var to = from + 1; to <= signs.Length; to++)
            {
                if (string.Concat(signs[from..to].Select(sign => sign.Read(it.Bare))) != wanted) continue;
                if (!it.Inside && ((Joins(signs, from - 1) && Joins(signs, from)) || (Joins(signs, to - 1) && Joins(signs, to)))) continue;
                if (it.Test == SaysTest.BeginsWithAny && signs[..from].Any(sign => sign.IsLetter)) continue;
                if (it.Test == SaysTest.EndsWithAny && signs[to..].Any(sign => sign.IsLetter)) continue;
                return true;
            }
        }

        return false;
    }

    private static bool Joins(Sign[] signs, int at) => at >= 0 && at < signs.Length && signs[at].Joins;

    private static (string Text, int Length) Read(Sign[] signs, bool bare) => (string.Concat(Tidy(signs).Select(sign => sign.Read(bare))), signs.Length);

    /// <summary>One space where there were many, none at the ends.</summary>
    private static Sign[] Tidy(Sign[] signs)
    {
        var tidy = new List<Sign>();
        foreach (var sign in signs.Where(sign => sign.Exact != " " || (tidy.Count > 0 && tidy[^1].Exact != " "))) tidy.Add(sign);
        if (tidy.Count > 0 && tidy[^1].Exact == " ") tidy.RemoveAt(tidy.Count - 1);
        return [.. tidy];
    }

    private static string Written(Sign[] signs) => string.Concat(signs.Select(sign => sign.Written));

    private sealed record Sign(string Written, string Exact, string Bare, bool IsLetter, bool Joins)
    {
        public string Read(bool bare) => bare ? Bare : Exact;
    }

    private sealed record Case(Sign[] Text, Sign[][] Keywords, SaysTest Test, bool Bare, bool Inside);
}
