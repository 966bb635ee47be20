using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.Line;

/// <summary>LINE signs the bytes of each call with the channel secret. https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/</summary>
internal static class LineSignature
{
    public const string Header = "x-line-signature";

    public static bool IsGenuine(string channelSecret, DoorRequest request)
    {
        if (channelSecret.Length == 0 || request.Headers[Header] is not [{ } given]) return false;

        var signature = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(given, signature, out var length)
            && length == signature.Length
            && CryptographicOperations.FixedTimeEquals(signature, HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), request.Body.Span))
            // Base64 has bits to spare in its last letter: only LINE's own spelling counts.
            && Convert.ToBase64String(signature) == given;
    }
}
