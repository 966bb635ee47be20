using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>
/// Tells LinkedIn's calls from everyone else's: the challenge it repeats every two hours, and the signature over the raw bytes.
/// https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation
/// </summary>
internal static class LinkedInSignature
{
    public const string Header = "X-LI-Signature";

    private const int LongestChallenge = 1024;

    public static Verdict Judge(string clientSecret, DoorRequest request) =>
        clientSecret.Length == 0 ? new Verdict.Refused()
        : HttpMethods.IsGet(request.Method) ? Challenge(clientSecret, request.Query["challengeCode"].ToString())
        : IsGenuine(clientSecret, request) ? new Verdict.Accepted(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)))
        : new Verdict.Refused();

    private static Verdict Challenge(string clientSecret, string code) => code.Length is 0 or > LongestChallenge
        ? new Verdict.Malformed("This is no challenge.")
        : new Verdict.Answered(new JsonObject { ["challengeCode"] = code, ["challengeResponse"] = Sign(clientSecret, Encoding.UTF8.GetBytes(code)) }.ToJsonString(), "application/json");

    private static bool IsGenuine(string clientSecret, DoorRequest request)
    {
        if (request.Headers[Header] is not [{ Length: 2 * HMACSHA256.HashSizeInBytes } given]) return false;

        var expected = Sign(clientSecret, [.. "hmacsha256="u8, .. request.Body.Span]);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given));
    }

    private static string Sign(string clientSecret, byte[] words) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(clientSecret), words));
}
