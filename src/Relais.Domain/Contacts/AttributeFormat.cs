using System.Globalization;
using System.Text.RegularExpressions;

namespace Relais.Domain.Contacts;

/// <summary>What kind of value an attribute holds. It decides what is accepted and how values compare.</summary>
public enum AttributeFormat
{
    Text,
    Number,

    /// <summary>A calendar day, kept as <c>2026-11-25</c>.</summary>
    Date,
    Email,
    Phone,
    Url,

    /// <summary>One of a list the administrator wrote.</summary>
    Choice,

    /// <summary>Kept as <c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>A language tag such as <c>fr</c> or <c>fr-BE</c>.</summary>
    Language,
}

/// <summary>How each format reads what a person, a provider or a rule wrote.</summary>
public static partial class AttributeFormats
{
    private const string Day = "yyyy-MM-dd";
    private const int FewestDigits = 3;

    /// <returns>The value as it is kept; null when the text is none of this format.</returns>
    public static string? Read(this AttributeFormat format, string text, IReadOnlyList<string> choices) => format switch
    {
        AttributeFormat.Number => NumberIn(text)?.ToString(CultureInfo.InvariantCulture),
        AttributeFormat.Date => DayIn(text)?.ToString(Day, CultureInfo.InvariantCulture),
        AttributeFormat.Email => Email().IsMatch(text) ? text : null,
        AttributeFormat.Phone => text.Count(char.IsAsciiDigit) >= FewestDigits && Phone().IsMatch(text) ? text : null,
        AttributeFormat.Url => IsAddress(text) ? text : null,
        AttributeFormat.Choice => choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)),
        AttributeFormat.YesNo => YesOrNo(text),
        AttributeFormat.Language => Language().IsMatch(text) ? text : null,
        _ => text,
    };

    /// <summary>With a point or a comma, with or without spaces between thousands.</summary>
    public static decimal? NumberIn(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>A day, or the day of an instant.</summary>
    public static DateOnly? DayIn(string text) =>
        text.Length >= Day.Length && (text.Length == Day.Length || text[Day.Length] == 'T')
            && DateOnly.TryParseExact(text.AsSpan(0, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static string? YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "oui" or "1" => "yes",
        "no" or "false" or "non" or "0" => "no",
        _ => null,
    };

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[0-9 .()/\-\u00a0\u202f]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Language();
}
