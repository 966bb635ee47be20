using System.Text.Json;
using System.Text.RegularExpressions;

namespace Relais.Tests.Architecture;

/// <summary>Every text a person sees exists in French and in English, and the French is typeset as French.</summary>
[Trait("suite", "pure")]
public sealed partial class TranslationTests
{
    [Fact]
    public void French_and_English_say_the_same_things() =>
        SourceTree.Files("src", "/fr.json").SelectMany(Offences).ShouldBeEmpty();

    [Theory]
    [InlineData("Bonjour !", 1)]
    [InlineData("Bonjour\u00a0!", 0)]
    [InlineData("Bonjour\u202f!", 0)]
    [InlineData("Vraiment?", 1)]
    [InlineData("La boutique « Maison Lune »", 1)]
    [InlineData("La boutique «\u00a0Maison Lune\u00a0»", 0)]
    [InlineData("https://exemple.fr/a?b", 0)]
    [InlineData("De 10:30 à 12:00", 0)]
    [InlineData("`<script src=\"x\">` : à coller", 1)]
    public void Mistyped_French_is_found(string text, int offences) =>
        MistypedFrench(new Dictionary<string, string> { ["key"] = text }).Count().ShouldBe(offences);

    private static IEnumerable<string> MistypedFrench(IReadOnlyDictionary<string, string> texts) =>
        from text in texts
        where Mistyped().IsMatch(Code().Replace(text.Value, ""))
        select $"{text.Key}: {text.Value}";

    private static IEnumerable<string> Offences(SourceFile file)
    {
        var (french, english) = (Texts(file.Text), Texts(Read(file.Path.Replace("/fr.json", "/en.json", StringComparison.Ordinal))));
        return
        [
            .. french.Keys.Except(english.Keys).Select(key => $"{file.Path}: {key} is in French only"),
            .. english.Keys.Except(french.Keys).Select(key => $"{file.Path}: {key} is in English only"),
            .. french.Concat(english).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{file.Path}: {text.Key} is empty"),
            .. MistypedFrench(french).Select(text => $"{file.Path}: a no-break space goes before : ; ? ! » and after « in {text}"),
        ];
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, path));

    /// <summary>All texts of a file by the way to them; a plural is several texts.</summary>
    private static Dictionary<string, string> Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Leaves("", document.RootElement).ToDictionary(leaf => leaf.Key, leaf => leaf.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Text)> Leaves(string key, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(it => Leaves($"{key}/{it.Name}", it.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((it, index) => Leaves($"{key}/{index}", it)),
        _ => [(key, element.ToString())],
    };

    /// <summary>Addresses, code and markup are nobody's French.</summary>
    [GeneratedRegex(@"`[^`]*`|https?://\S+|<[^>]*>|\{\w+\}|\]\([^)]*\)|:\w+:")]
    private static partial Regex Code();

    [GeneratedRegex(@"[ \p{L}][:;?!](\s|$)| »|[^\u00a0\u202f\s:]»|« |«[^\u00a0\u202f]")]
    private static partial Regex Mistyped();
}
