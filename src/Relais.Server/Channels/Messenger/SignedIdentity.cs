using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Relais.Server.Channels.Messenger;

/// <summary>What the site's server says of its signed-in customer, signed with a key the channel knows.</summary>
internal sealed record SignedIdentity(string Subject, string? Name, string? Email, DateTimeOffset Until)
{
    public const int LongestSubject = 150;

    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 8192 };

    private const string Prefix = "customer-";

    public string Visitor => Prefix + Subject;

    /// <summary>The site's own id of a known customer; null for anonymous visitors.</summary>
    public static string? SubjectOf(string visitor) => visitor.StartsWith(Prefix, StringComparison.Ordinal) ? visitor[Prefix.Length..] : null;

    /// <summary>
    /// Null when it proves nothing: an algorithm the channel has no key for, a wrong signature, another channel, no subject,
    /// expired, or good for longer than an hour. Only keys of the very algorithm a token names are tried on it.
    /// </summary>
    public static async Task<SignedIdentity?> Read(ConnectedChannel channel, MessengerSettings settings, string token, DateTimeOffset now)
    {
        var keys = IdentityKeys.Of(settings);
        var result = await Reader.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = keys.Select(key => key.Algorithm),
            IssuerSigningKeyResolver = (_, proof, _, _) => keys.Where(key => key.Algorithm == (proof as JsonWebToken)?.Alg).Select(key => key.Key),
            TryAllIssuerSigningKeys = false,
            ValidAudience = channel.Id.ToString(),
            ValidateIssuer = false,
            RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until, now),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken proof) return null;
        if (string.IsNullOrWhiteSpace(proof.Subject) || proof.Subject.Length > LongestSubject) return null;

        return new SignedIdentity(proof.Subject, Claim(proof, "name"), Claim(proof, "email"), new DateTimeOffset(proof.ValidTo, TimeSpan.Zero));
    }

    private static bool IsInTime(DateTime? from, DateTime? until, DateTimeOffset now) =>
        until is { } end && end > now.UtcDateTime && end <= now.UtcDateTime + LongestLife + Skew
        && (from is null || from <= now.UtcDateTime + Skew);

    private static string? Claim(JsonWebToken proof, string name) => proof.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
