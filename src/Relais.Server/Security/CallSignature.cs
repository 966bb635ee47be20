using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Relais.Server.Security;

/// <summary>
/// <c>X-Relais-Signature: t=unix seconds,v1=hex</c>, where v1 is HMAC-SHA256 over <c>t.body</c> on the bytes as they travel. The same in
/// both directions; while a secret is being replaced there are two v1.
/// </summary>
public static class CallSignature
{
    public const string Header = "X-Relais-Signature";

    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const int MostParts = 8;

    public static string Sign(IEnumerable<string> secrets, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var header = new StringBuilder("t=").Append(time);
        foreach (var secret in secrets) header.Append(",v1=").Append(Convert.ToHexStringLower(Compute(secret, time, body)));
        return header.ToString();
    }

    /// <summary>Exactly one header, not older or newer than five minutes, signed with one of the secrets.</summary>
    public static bool IsValid(StringValues header, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        if (header is not [{ Length: <= 1000 } text]) return false;
        if (Parse(text) is not { } signature || !IsFresh(signature.Time, now)) return false;

        var genuine = false;
        foreach (var secret in secrets)
        {
            var expected = Compute(secret, signature.Time, body);
            foreach (var given in signature.Macs) genuine |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return genuine;
    }

    /// <summary>Compares hashes, so that neither the length nor the first differing letter can be measured.</summary>
    public static bool SameSecret(string expected, string given) =>
        expected.Length > 0 && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static (long Time, List<byte[]> Macs)? Parse(string header)
    {
        var parts = header.Split(',', MostParts, StringSplitOptions.TrimEntries);
        if (!parts[0].StartsWith("t=", StringComparison.Ordinal)) return null;
        if (!long.TryParse(parts[0].AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var time)) return null;

        var macs = new List<byte[]>();
        foreach (var part in parts[1..])
        {
            if (part.StartsWith("t=", StringComparison.Ordinal)) return null;
            if (part is ['v', '1', '=', .. { Length: 64 } hex] && TryHex(hex) is { } mac) macs.Add(mac);
        }

        return (time, macs);
    }

    private static byte[]? TryHex(string hex)
    {
        var mac = new byte[32];
        return Convert.FromHexString(hex, mac, out _, out _) == System.Buffers.OperationStatus.Done ? mac : null;
    }

    private static bool IsFresh(long time, DateTimeOffset now) =>
        Math.Abs((double)now.ToUnixTimeSeconds() - time) <= Skew.TotalSeconds;

    private static byte[] Compute(string secret, long time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}.")));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
