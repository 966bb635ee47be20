using System.Text.Json;
using System.Text.RegularExpressions;

namespace Relais.Tests.Architecture;

/// <summary>Whatever the server refuses, the screen says why in the reader's language: every code has a text.</summary>
[Trait("suite", "pure")]
public sealed partial class ErrorTextTests
{
    /// <summary>What a provider sends is refused by quarantine, not on a screen.</summary>
    private const string FromProvider = "identity.external_id";

    [Fact]
    public void Every_code_of_a_refusal_has_a_text()
    {
        var codes = Codes().ToHashSet(StringComparer.Ordinal);
        codes.Count.ShouldBeGreaterThan(40);
        codes.Except(Texts()).ShouldBeEmpty();
    }

    /// <summary>Codes given to a refusal, and those that <c>Texts</c> makes of a field's name. What the doors of a kind answer is read by
    /// providers and visitors' pages, which have their own words.</summary>
    private static IEnumerable<string> Codes()
    {
        foreach (var file in SourceTree.Files("src/Relais.Domain", ".cs").Concat(SourceTree.Files("src/Relais.Server", ".cs")))
        {
            foreach (Match refusal in Refusal().Matches(file.Text)) yield return refusal.Groups["code"].Value;
            foreach (Match answer in Answer().Matches(file.Text).Where(_ => !IsAtADoor(file))) yield return answer.Groups["code"].Value;
            foreach (Match field in Field().Matches(file.Text).Where(field => field.Groups["field"].Value != FromProvider))
            {
                yield return $"{field.Groups["field"].Value}.too_long";
                if (field.Groups["rule"].Value == "Required") yield return $"{field.Groups["field"].Value}.required";
            }
        }
    }

    private static bool IsAtADoor(SourceFile file) =>
        file.Path == "src/Relais.Server/Channels/Door.cs" || ChannelFolder.All.Any(kind => file.IsIn(kind.Path));

    private static IEnumerable<string> Texts()
    {
        foreach (var file in SourceTree.Files("src/web", "/fr.json"))
        {
            using var document = JsonDocument.Parse(file.Text);
            foreach (var text in document.RootElement.EnumerateObject().Where(text => text.Name.StartsWith("errors.", StringComparison.Ordinal)))
                yield return text.Name["errors.".Length..];
        }
    }

    [GeneratedRegex("""(?:RuleViolation|LostRace)\(\s*"(?<code>[a-z_]+(?:\.[a-z_]+)+)",""")]
    private static partial Regex Refusal();

    /// <summary>Written as an answer, or filled in where one has no body.</summary>
    [GeneratedRegex("""(?:(?:Problems\.Write|Problems\.Result|Refuse)\([^;"]*|=> \()"(?<code>[a-z_]+(?:\.[a-z_]+)*)", """)]
    private static partial Regex Answer();

    [GeneratedRegex("""Texts\.(?<rule>Required|Optional)\([^;"]*"(?<field>[a-z_.]+)"\)""")]
    private static partial Regex Field();
}
