using System.Text.RegularExpressions;

namespace Relais.Server.Demo;

/// <summary>
/// One line of the story: <c>&gt; words</c> are the customer's, <c>&gt; [picture] words</c> come with a picture; <c>ana: words</c> are an
/// answer, <c># ana: words</c> a note; <c>ana takes</c>, <c>ana resolves</c> and <c>zoe likes</c> are done without words, <c>ana files Retard</c>
/// says what it is about, <c>ana resolves Doublon</c> why it is over, <c>ana honours</c> that the customer is a VIP.
/// </summary>
public sealed partial record Line(LineKind Kind, string Who, string Words, string? Picture = null)
{
    public bool IsOurs => Kind is not (LineKind.Writes or LineKind.Likes);

    public static Line Of(string text)
    {
        var match = Grammar().Match(text);
        if (!match.Success) throw new FormatException($"The story does not know how to play: {text}");

        var (who, words) = (match.Groups["who"].Value, match.Groups["words"].Value);
        if (match.Groups["writes"].Success) return new Line(LineKind.Writes, "", words, match.Groups["picture"] is { Success: true } picture ? picture.Value : null);
        if (match.Groups["does"] is { Success: true } deed) return new Line(Enum.Parse<LineKind>(deed.Value, ignoreCase: true), who, match.Groups["name"].Value);

        return new Line(match.Groups["note"].Success ? LineKind.Notes : LineKind.Answers, who, words);
    }

    [GeneratedRegex(@"^(?:(?<writes>>)\s(?:\[(?<picture>\w+)\]\s)?(?<words>.+)|(?<note>#\s)?(?<who>\w+):\s(?<words>.+)|(?<who>\w+)\s(?:(?<does>takes|resolves|likes|honours)|(?<does>files|resolves)\s(?<name>.+)))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();
}

public enum LineKind
{
    Writes,
    Likes,
    Answers,
    Notes,
    Takes,
    Files,
    Honours,
    Resolves,
}
