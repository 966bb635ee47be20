using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Relais.Server.Channels.X;

/// <summary>How long a post is as X counts: letters of most alphabets are one, all others and each emoji two, an address 23. https://docs.x.com/fundamentals/counting-characters</summary>
internal static partial class XLength
{
    public const int Longest = 280;

    private const int OfAnAddress = 23;

    public static int Of(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormC);
        var addresses = Address().Count(plain);
        var (length, rest) = (addresses * OfAnAddress, StringInfo.GetTextElementEnumerator(Address().Replace(plain, "")));
        while (rest.MoveNext()) length += WeightOf(rest.GetTextElement());
        return length;
    }

    /// <summary>What is drawn from several signs, as a family is, is one emoji.</summary>
    private static int WeightOf(string sign) => sign.EnumerateRunes().Any(IsEmoji) ? 2 : sign.EnumerateRunes().Sum(rune => IsLight(rune.Value) ? 1 : 2);

    private static bool IsEmoji(Rune rune) => rune.Value is 0xFE0F or (>= 0x1F000 and <= 0x1FAFF);

    private static bool IsLight(int rune) => rune is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247);

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
