using System.Globalization;
using System.Text.Json;
using CsCheck;
using Relais.Server.Channels;
using Relais.Tests.Architecture;

namespace Relais.Tests.Channels;

/// <summary>How networks of short posts count, and how what is too long for one is cut into several.</summary>
[Trait("suite", "pure")]
public sealed class WeightedTextTests
{
    private const int Longest = 280;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly string[] Pieces =
    [
        "Bonjour", "votre", "colis", "est", "parti", "l’après-midi", "aujourd’hui", "anticonstitutionnellement", "3,50", "12:30", "naïf", "cœur", "e\u0301t\u00e9", "你好世界", "ありがとうございます", "한국어", "שלום", "مرحبا", "𝒜𝓂𝒾",
        "👍🏽", "❤️", "👨‍👩‍👧‍👦", "🇫🇷", "1️⃣", "🏳️‍🌈", "🎉🎉🎉", ". ", "! ", "? ", "… ", "\u00a0! ", " » ", "« ", "(", ") ", ", ", "; ", ": ", "。", "！", "\n", "\n\n", "  ", "\u00a0", "-", "_", "@maisonlune", "#soldes",
        "https://boutique.example.com/une/tres/longue/adresse?avec=des&choses=dedans", "https://fr.wikipedia.org/wiki/Lune_(astre)", "http://a.fr", "https://a.fr/x,", "https://a.fr,https://b.fr", "(https://a.fr/é)", "www.boutique.example.com", "maison-lune.fr", "contact@maison-lune.fr",
    ];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Int[0, 3], (piece, space) => Pieces[piece] + (space > 0 || IsAddress(Pieces[piece]) ? " " : "")).Array[1, 160].Select(string.Concat);

    [Fact]
    public void The_parts_of_a_text_say_what_it_says_and_each_fits() => Texts.Sample(text =>
    {
        var parts = WeightedText.Split(text, Longest);
        if (parts.Count == 1) return parts[0] == text && WeightedText.LengthOf(text) <= Longest;

        var said = Unmarked(parts);
        return Plain(string.Concat(said)) == Plain(text) && IsThere(said, text)
            && parts.All(part => WeightedText.LengthOf(part) <= Longest) && said.All(part => part.Length > 0 && part == part.Trim());
    });

    [Fact]
    public void No_address_no_letter_and_no_emoji_is_cut() => Texts.Sample(text =>
    {
        var starts = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var parts = Unmarked(WeightedText.Split(text, Longest));
        var place = 0;
        foreach (var part in parts)
        {
            place = text.IndexOf(part, place, StringComparison.Ordinal);
            if (!starts.Contains(place) || !starts.Contains(place + part.Length)) return false;

            place += part.Length;
        }

        return Pieces.Where(piece => piece.StartsWith("http", StringComparison.Ordinal) && !piece.Contains(',', StringComparison.Ordinal))
            .All(address => Times(address, text) == parts.Sum(part => Times(address, part)));
    });

    /// <summary>Their own library of texts says that every part fits.</summary>
    [CheckedBy("twitter-text", "finds no part of a long post too long")]
    [Fact]
    public async Task Each_part_fits_as_their_own_library_counts()
    {
        var parts = new List<string>();
        Texts.Sample(text => parts.AddRange(WeightedText.Split(text, Longest)), iter: 200, threads: 1);
        foreach (var some in parts.Chunk(100))
        {
            var said = JsonSerializer.Deserialize<int[]>(await Referee.Ask("x.mjs", "lengths", JsonSerializer.Serialize(some)))!;
            some.Zip(said).Where(part => part.Second > Longest).ShouldBeEmpty();
        }

        parts.Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void What_the_browser_shows_and_what_goes_out_is_the_same()
    {
        var cases = JsonSerializer.Deserialize<Case[]>(SourceTree.Files("src/web/conversations", ".json").Single(file => file.Path.EndsWith("weigh.cases.json", StringComparison.Ordinal)).Text, Json)!;
        foreach (var one in cases) (WeightedText.LengthOf(one.Text), string.Join('|', WeightedText.Split(one.Text, one.Longest))).ShouldBe((one.Length, string.Join('|', one.Parts)), one.Text);
        cases.Length.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void A_part_ends_with_a_sentence_where_one_ends_near_and_else_with_a_word()
    {
        WeightedText.Split("Un deux trois. Quatre cinq six sept huit", 24).ShouldBe(["Un deux trois. 1/3", "Quatre cinq six sept 2/3", "huit 3/3"]);
        WeightedText.Split("Quatre cinq six sept ! Huit", 24).ShouldBe(["Quatre cinq six 1/2", "sept ! Huit 2/2"], "No part begins with what closes.");
        WeightedText.Split(new string('a', 30), 24).ShouldBe([$"{new string('a', 20)} 1/2", $"{new string('a', 10)} 2/2"], "What has no end is cut somewhere.");
        WeightedText.Split("Un deux trois.", 24).ShouldBe(["Un deux trois."]);
    }

    /// <summary>Without the marks.</summary>
    private static List<string> Unmarked(IReadOnlyList<string> parts) =>
        parts.Count == 1 ? [parts[0].Trim()] : [.. parts.Select((part, at) => part[..^$" {at + 1}/{parts.Count}".Length])];

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsThere(List<string> parts, string text)
    {
        var place = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, place, StringComparison.Ordinal);
            if (found < 0 || !string.IsNullOrWhiteSpace(text[place..found])) return false;

            place = found + part.Length;
        }

        return string.IsNullOrWhiteSpace(text[place..]);
    }

    /// <summary>Nobody writes on where an address ends.</summary>
    private static bool IsAddress(string piece) => piece.Contains(".fr", StringComparison.Ordinal) || piece.Contains(".com", StringComparison.Ordinal);

    private static int Times(string word, string text) => text.Split(word).Length - 1;

    private sealed record Case(string Text, int Longest, int Length, IReadOnlyList<string> Parts);
}
