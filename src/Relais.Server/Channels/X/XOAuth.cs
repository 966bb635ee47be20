using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Channels.X;

/// <summary>Signs a request in the account's name (OAuth 1.0a). https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature</summary>
internal sealed class XOAuth(XSettings settings, TimeProvider clock)
{
    /// <summary>Of the body nothing is signed: forms are never sent this way.</summary>
    public AuthenticationHeaderValue HeaderOf(HttpMethod method, Uri address) =>
        HeaderOf(method, address, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow().ToUnixTimeSeconds());

    internal AuthenticationHeaderValue HeaderOf(HttpMethod method, Uri address, string nonce, long at)
    {
        List<(string Name, string Value)> signed =
        [
            ("oauth_consumer_key", settings.ConsumerKey), ("oauth_nonce", nonce), ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", at.ToString(CultureInfo.InvariantCulture)), ("oauth_token", settings.AccessToken), ("oauth_version", "1.0"),
        ];
        var signature = SignatureOf(method, address, signed);
        return new("OAuth", string.Join(", ", signed.Append(("oauth_signature", signature)).Select(part => $"{Escape(part.Item1)}=\"{Escape(part.Item2)}\"")));
    }

    private string SignatureOf(HttpMethod method, Uri address, IEnumerable<(string Name, string Value)> signed)
    {
        var parts = signed.Concat(QueryOf(address)).Select(part => (Name: Escape(part.Name), Value: Escape(part.Value)))
            .OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Value, StringComparer.Ordinal);
        var text = $"{method.Method}&{Escape(address.GetLeftPart(UriPartial.Path))}&{Escape(string.Join('&', parts.Select(part => $"{part.Name}={part.Value}")))}";
        var key = $"{Escape(settings.ConsumerSecret)}&{Escape(settings.AccessTokenSecret)}";
#pragma warning disable CA5350 // X's own choice; it signs, and hides nothing.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }

    private static IEnumerable<(string Name, string Value)> QueryOf(Uri address) =>
        from part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('=', 2)
        select (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
