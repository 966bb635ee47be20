using System.Text.RegularExpressions;

namespace Relais.Domain.Replies;

/// <summary>
/// The gaps of a saved reply: <c>{{contact.first_name}}</c>, or with a fallback <c>{{contact.first_name|Madame, Monsieur}}</c>. Filled
/// once, when the reply is put into an answer: what fills them is text and nothing more.
/// </summary>
public static partial class Placeholders
{
    /// <summary>A gap that nothing fills stays, unless it has a fallback.</summary>
    public static string Fill(string text, Func<string, string?> valueOf) => Gap().Replace(text, gap =>
        valueOf(gap.Groups["name"].Value) is { Length: > 0 } value ? value
        : gap.Groups["fallback"] is { Success: true } fallback ? fallback.Value.Trim()
        : gap.Value);

    /// <summary>Where nobody looks at the text before it leaves: a gap that nothing fills is closed.</summary>
    public static string Close(string text, Func<string, string?> valueOf) => Gap().Replace(text, gap =>
        valueOf(gap.Groups["name"].Value) is { Length: > 0 } value ? value : gap.Groups["fallback"].Value.Trim());

    /// <summary>What still has to be filled in before the text may go to a customer.</summary>
    public static IReadOnlyList<string> OpenIn(string text) => [.. Gap().Matches(text).Select(gap => gap.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\{\s*(?<name>(contact|agent|channel|conversation)\.\w+)\s*(\|(?<fallback>[^{}]*))?\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
