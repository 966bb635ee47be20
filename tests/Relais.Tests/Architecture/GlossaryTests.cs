using System.Text.RegularExpressions;

namespace Relais.Tests.Architecture;

/// <summary>The words of the glossary are the words of the code.</summary>
[Trait("suite", "pure")]
public sealed partial class GlossaryTests
{
    private static readonly string Code = string.Join(
        '\n', SourceTree.Files("src/Relais.Domain", ".cs").Concat(SourceTree.Files("src/Relais.Server", ".cs")).Select(file => file.Text));

    public static TheoryData<string> Identifiers() =>
        [.. Row().Matches(SourceTree.Files("docs", "glossary.md").Single().Text).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Every_identifier_of_the_glossary_is_declared(string identifier) =>
        IsDeclared(Code, identifier).ShouldBeTrue($"Nothing in the code is called {identifier}.");

    [Fact]
    public void A_word_that_is_only_mentioned_is_not_declared()
    {
        IsDeclared("/// <summary>The boomerang.</summary>", "boomerang").ShouldBeFalse();
        IsDeclared("public DateTimeOffset? BoomerangAt { get; }", "BoomerangAt").ShouldBeTrue();
    }

    private static bool IsDeclared(string code, string identifier) => new Regex(
        $@"^\s*(public|internal)[^/=(\n]*\b(class|record|struct|enum|[\w<>\[\]?]+)\s+{Regex.Escape(identifier)}\b", RegexOptions.Multiline).IsMatch(code);

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
