using System.Security.Cryptography;
using System.Text;

namespace Relais.Server.Security;

/// <summary>Lets a client repeat a request that creates something: the key decides the id of what it creates, so a repetition
/// finds it instead of making another.</summary>
public static class IdempotencyKey
{
    /// <summary>Null when the client sent none.</summary>
    /// <param name="what">What is created, so that one key used twice does not mix up two things.</param>
    /// <exception cref="BadHttpRequestException">It is not a UUID.</exception>
    public static Guid? IdFor(HttpRequest request, CurrentMember me, string what)
    {
        if (request.Headers["Idempotency-Key"] is not [{ Length: > 0 } text]) return null;
        if (!Guid.TryParse(text, out var key)) throw new BadHttpRequestException("Idempotency-Key must be a UUID.");

        // Version 8 of RFC 9562: our own recipe. The organisation is in it, so that nobody meets another's id.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{me.OrganisationId:N} {what} {key:N}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
