using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.X;

/// <summary>
/// X signs each call with the consumer secret, and asks us from time to time to sign a token of its own in the very same way.
/// https://docs.x.com/x-api/webhooks/quickstart
/// </summary>
internal static class XSignature
{
    private const string Header = "x-twitter-webhooks-signature";
    private const string Prefix = "sha256=";
    private const int LongestToken = 256;

    public static bool IsGenuine(string consumerSecret, DoorRequest request)
    {
        if (consumerSecret.Length == 0 || request.Headers[Header] is not [{ } given]) return false;

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(consumerSecret, request.Body.Span)), Encoding.UTF8.GetBytes(given));
    }

    /// <summary>
    /// Anybody may ask: what we sign must never be able to stand for a call. A token is a word, and a call is an object.
    /// </summary>
    public static Verdict Answer(string consumerSecret, string token)
    {
        if (consumerSecret.Length == 0 || token.Length is 0 or > LongestToken || !token.All(IsOfAToken)) return new Verdict.Malformed("This is no challenge of X's.");

        return new Verdict.Answered(new JsonObject { ["response_token"] = Sign(consumerSecret, Encoding.UTF8.GetBytes(token)) }.ToJsonString(), "application/json");
    }

    private static bool IsOfAToken(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '+' or '/' or '=' or '.';

    private static string Sign(string secret, ReadOnlySpan<byte> bytes) => Prefix + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));
}
