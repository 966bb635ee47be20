using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.Sms;

/// <summary>Tells Twilio's calls from everyone else's. https://www.twilio.com/docs/usage/security#validating-requests</summary>
internal static class SmsSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Whether Twilio signed this form for this address, as it called it: with the usual port written out or not.</summary>
    public static bool IsGenuine(string authToken, DoorRequest request)
    {
        if (authToken.Length == 0 || request.Url is not { } url || request.Headers[Header] is not [{ Length: 28 } given]) return false;

        var signature = new byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(given, signature, out var length) || length != signature.Length) return false;

        var form = SmsForm.Parse(request.Body).Signed;
        return Spellings(url).Any(address => CryptographicOperations.FixedTimeEquals(signature, Sign(authToken, address + form)))
            // Base64 has bits to spare in its last letter: only Twilio's own spelling counts.
            && Convert.ToBase64String(signature) == given;
    }

    public static byte[] Sign(string authToken, string told)
    {
#pragma warning disable CA5350 // Twilio's choice.
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(told));
#pragma warning restore CA5350
    }

    private static IEnumerable<string> Spellings(Uri url)
    {
        yield return url.AbsoluteUri;
        if (url.IsDefaultPort) yield return $"{url.Scheme}://{url.Host}:{url.Port}{url.PathAndQuery}";
        else yield return $"{url.Scheme}://{url.Host}{url.PathAndQuery}";
    }
}
