using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.Viber;

/// <summary>Viber signs the bytes of each call with the token of the bot. https://developers.viber.com/docs/api/rest-bot-api/#callbacks</summary>
internal static class ViberSignature
{
    private const string Header = "X-Viber-Content-Signature";

    public static bool IsGenuine(string authToken, DoorRequest request)
    {
        if (authToken.Length == 0 || request.Headers[Header] is not [{ Length: 2 * HMACSHA256.HashSizeInBytes } given]) return false;

        // In Viber's own spelling, lower case.
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(authToken), request.Body.Span));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }
}
