using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.TikTok;

/// <summary>
/// Tells TikTok's calls from everyone else's: <c>TikTok-Signature: t=…,s=…</c> over the time and the raw bytes, with the app's secret.
/// https://business-api.tiktok.com/portal/docs?id=1759978341579777
/// </summary>
internal static class TikTokSignature
{
    public const string Header = "TikTok-Signature";

    private const int LongestTime = 12;

    /// <summary>So far TikTok's clock and ours may differ; what is older is somebody's copy.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(300);

    public static bool IsGenuine(string appSecret, DoorRequest request, DateTimeOffset now)
    {
        if (appSecret.Length == 0 || request.Headers[Header] is not [{ } header]) return false;

        var parts = header.Split(',').Select(part => part.Split('=', 2)).ToLookup(part => part[0], part => part[^1], StringComparer.Ordinal);
        if (parts["t"].ToArray() is not [{ Length: > 0 and <= LongestTime } time] || parts["s"].ToArray() is not [{ Length: 2 * HMACSHA256.HashSizeInBytes } given]) return false;

        return IsFresh(time, now) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(appSecret, time, request.Body.Span)), Encoding.ASCII.GetBytes(given));
    }

    private static bool IsFresh(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Skew.TotalSeconds;

    private static string Sign(string appSecret, string time, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), signed));
    }
}
