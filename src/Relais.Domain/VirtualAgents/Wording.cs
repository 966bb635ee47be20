using System.Text;
using Relais.Domain.Shared;

namespace Relais.Domain.VirtualAgents;

/// <summary>How words of a contact are compared with words of a script: without case, accents and what stands between words.</summary>
internal static class Wording
{
    /// <summary>Longer ones are nobody's short answer: only their beginning is looked at.</summary>
    private const int Looked = 2000;

    /// <summary>Whether one of these stands in the text, as whole words.</summary>
    public static bool Names(string text, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return false;

        var said = Plain(text);
        return words.Select(Plain).Any(word => word.Length > 2 && said.Contains(word, StringComparison.Ordinal));
    }

    public static bool AreSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>A number that stands for itself: "2", "2.", "2)"; null for all else.</summary>
    public static int? NumberIn(string text) =>
        text.Trim() is { Length: > 0 and <= 4 } brief && int.TryParse(brief.TrimEnd('.', ')', '!', '\u20e3', '\ufe0f'), out var number) ? number : null;

    /// <summary>Words in a row, one space before and after each.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var sign in Texts.Key(text.Length <= Looked ? text : Texts.Fit(text, Looked) ?? ""))
        {
            if (char.IsLetterOrDigit(sign)) plain.Append(sign);
            else if (plain[^1] != ' ') plain.Append(' ');
        }

        if (plain[^1] != ' ') plain.Append(' ');
        return plain.ToString();
    }
}
