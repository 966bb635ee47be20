namespace Relais.Server.Channels.TikTok;

/// <summary>A comment as we name it: TikTok wants its video wherever something is done with it.</summary>
internal readonly record struct TikTokComment(string Video, string Number)
{
    /// <summary>Numbers of 19 digits, which no computer's own number holds.</summary>
    private const int LongestNumber = 40;

    /// <summary>Null for what is none, as a direct message.</summary>
    public static TikTokComment? Of(string? id) => id?.Split('/') is [var video, var number] ? Of(video, number) : null;

    public static TikTokComment? Of(string? video, string? number) => IsNumber(video) && IsNumber(number) ? new(video!, number!) : null;

    public override string ToString() => $"{Video}/{Number}";

    private static bool IsNumber(string? text) => text is { Length: > 0 and <= LongestNumber } && text.All(char.IsAsciiDigit);
}
