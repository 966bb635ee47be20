using System.Globalization;
using System.Text;

namespace Relais.Domain.Shared;

/// <summary>The rules every written field shares: trimmed, not empty where it must not be, within its limit.</summary>
public static class Texts
{
    /// <exception cref="RuleViolation"><c>{field}.required</c> or <c>{field}.too_long</c>.</exception>
    public static string Required(string? text, int limit, string field)
    {
        var trimmed = Clean(text);
        if (trimmed.Length == 0)
            throw new RuleViolation($"{field}.required", $"Fill in {field}.");

        return Within(trimmed, limit, field);
    }

    /// <exception cref="RuleViolation"><c>{field}.too_long</c>.</exception>
    public static string? Optional(string? text, int limit, string field)
    {
        var trimmed = Clean(text);
        return trimmed.Length == 0 ? null : Within(trimmed, limit, field);
    }

    /// <summary>A text as it is looked for: without its case and its accents.</summary>
    public static string Key(string text)
    {
        // Half a sign, as a cut may leave it, cannot be taken apart; its place is kept.
        var whole = string.Concat(text.EnumerateRunes());
        var parts = whole.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(parts.Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormC);
    }

    public static string Language(string? language) => language is "en" or "fr"
        ? language
        : throw new RuleViolation("language.unknown", "Choose 'fr' or 'en' as the language.");

    /// <summary>A text from outside made to fit: cut at the limit and without NUL, which PostgreSQL cannot store.</summary>
    public static string? Fit(string? text, int limit)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;

        var clean = Clean(text);
        return clean.Length <= limit ? clean : clean[..(char.IsHighSurrogate(clean[limit - 1]) ? limit - 1 : limit)];
    }

    private static string Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";

    private static string Within(string text, int limit, string field) => text.Length <= limit
        ? text
        : throw new RuleViolation(
            $"{field}.too_long",
            $"Shorten {field} to {limit} characters.",
            new Dictionary<string, object?> { ["limit"] = limit });
}
