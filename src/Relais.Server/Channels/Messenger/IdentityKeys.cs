using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Relais.Domain.Shared;

namespace Relais.Server.Channels.Messenger;

/// <summary>A key that may vouch for customers, with the one algorithm it is good for.</summary>
internal sealed record IdentityKey(string Algorithm, SecurityKey Key);

/// <summary>
/// What may vouch for a channel's customers: shared secrets for HS256, the site's public keys for RS256 and EdDSA. A public
/// key never verifies HS256, whatever a token says of itself: everybody has it, so anybody could sign with it.
/// </summary>
internal static class IdentityKeys
{
    public const int Most = 2;

    private const int FewestRsaBits = 2048;
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string Ed25519 = "1.3.101.112";

    public static IReadOnlyList<IdentityKey> Of(MessengerSettings settings) =>
    [
        .. settings.AcceptedSecrets.Select(secret => new IdentityKey(SecurityAlgorithms.HmacSha256, new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)))),
        .. In(settings.IdentityKeys),
    ];

    /// <summary>The keys of a PEM text, in the order they stand there.</summary>
    /// <exception cref="RuleViolation"><c>settings.key.…</c>: what is wrong with it, and what to paste instead.</exception>
    public static IReadOnlyList<IdentityKey> In(string pem)
    {
        // As environment variables and JSON files carry it.
        var rest = pem.Replace("\\n", "\n", StringComparison.Ordinal).AsSpan();
        var keys = new List<IdentityKey>();
        while (PemEncoding.TryFind(rest, out var found))
        {
            keys.Add(KeyOf(rest[found.Label], rest[found.Base64Data]));
            rest = rest[found.Location.End..];
        }

        if (!rest.IsWhiteSpace()) throw Refusal("unreadable", "Paste the whole public key, from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----.");
        return keys.Count <= Most ? keys : throw Refusal("too_many", $"At most {Most} keys may be valid at once: remove the oldest.");
    }

    /// <summary>Whether somebody took a public key for a secret.</summary>
    public static bool IsPublic(string secret)
    {
        if (secret.Contains("-----BEGIN", StringComparison.Ordinal)) return true;

        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, bytes, out var length) && Parsed(bytes.AsSpan(0, length)) is not null;
    }

    private static IdentityKey KeyOf(ReadOnlySpan<char> label, ReadOnlySpan<char> base64)
    {
        if (label.EndsWith("PRIVATE KEY"))
            throw Refusal("private", "This is a private key: it must never leave your server. Make a new pair and paste its public key.");
        if (label.SequenceEqual("CERTIFICATE"))
            throw Refusal("certificate", "This is a certificate. Paste its public key: openssl x509 -pubkey -noout -in certificate.pem");
        if (!label.SequenceEqual("PUBLIC KEY"))
            throw Refusal("form", "Paste the key in the form BEGIN PUBLIC KEY: openssl rsa -RSAPublicKey_in -pubout -in key.pem");

        return Parsed(Convert.FromBase64String(base64.ToString())) switch
        {
            null => throw Refusal("unreadable", "Paste the whole public key, from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----."),
            { Oid.Value: Rsa } key => RsaKey(key),
            { Oid.Value: Ed25519 } key when Ed25519Key.Of(key.EncodedKeyValue.RawData) is { } good => new IdentityKey(Ed25519Key.EdDsa, good),
            _ => throw Refusal("algorithm", "Use an RSA key (RS256) or an Ed25519 key (EdDSA)."),
        };
    }

    private static IdentityKey RsaKey(PublicKey key)
    {
        using var rsa = key.GetRSAPublicKey()!;
        if (rsa.KeySize < FewestRsaBits) throw Refusal("weak", $"Use an RSA key of at least {FewestRsaBits} bits.");

        return new IdentityKey(SecurityAlgorithms.RsaSha256, new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)));
    }

    private static PublicKey? Parsed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var key = PublicKey.CreateFromSubjectPublicKeyInfo(bytes, out var length);
            return length == bytes.Length ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static RuleViolation Refusal(string code, string sentence) => new($"settings.key.{code}", sentence);
}
