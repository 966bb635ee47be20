using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.Meta;

/// <summary>Tells Meta's calls from everyone else's: the handshake's token and the signature over the raw bytes.</summary>
internal static class MetaSignature
{
    private const string Header = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";
    private const int LongestChallenge = 1024;

    /// <summary>A call with the right signature, or the handshake that comes before the first.</summary>
    public static Verdict Judge(string appSecret, string verifyToken, DoorRequest request) =>
        HttpMethods.IsGet(request.Method) ? Handshake(verifyToken, request.Query)
        : IsGenuine(appSecret, request) ? new Verdict.Accepted(KeyOf(request.Body))
        : new Verdict.Refused();

    /// <summary>Meta asks once, when the webhook is entered, whether we know the verify token.</summary>
    private static Verdict Handshake(string verifyToken, IQueryCollection query)
    {
        var challenge = query["hub.challenge"].ToString();
        if (query["hub.mode"] != "subscribe" || challenge.Length is 0 or > LongestChallenge) return new Verdict.Malformed("This is no handshake.");

        return verifyToken.Length > 0 && Same(Encoding.UTF8.GetBytes(query["hub.verify_token"].ToString()), Encoding.UTF8.GetBytes(verifyToken))
            ? new Verdict.Answered(challenge)
            : new Verdict.Refused();
    }

    /// <summary>Whether Meta signed these very bytes: it signs the escaped form it sends, so decoded text would not do.</summary>
    private static bool IsGenuine(string appSecret, DoorRequest request)
    {
        // Two signatures, or one in another spelling than Meta's, are a sign of someone trying.
        if (appSecret.Length == 0 || request.Headers[Header] is not [{ Length: 71 } given]) return false;
        if (!given.StartsWith(Prefix, StringComparison.Ordinal) || !IsLowerHex(given.AsSpan(Prefix.Length))) return false;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), request.Body.Span, expected);
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(given.AsSpan(Prefix.Length)));
    }

    /// <summary>
    /// The same for the same bytes, so that a repeated call is written down once. Meta may also pack the same message
    /// into another call: that is caught by the message's own id, later.
    /// </summary>
    private static string KeyOf(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span));

    // Hashed first, so that the comparison takes as long whatever the lengths.
    private static bool Same(byte[] given, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(given), SHA256.HashData(expected));

    private static bool IsLowerHex(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is not ((>= '0' and <= '9') or (>= 'a' and <= 'f'))) return false;
        }

        return true;
    }
}
