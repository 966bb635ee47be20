using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Relais.Domain.VirtualAgents;
using Relais.Server.Channels;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>One secret; while it is being replaced, the one before counts too.</summary>
public sealed record AgentSecret(string Value, string? Former = null, DateTimeOffset? FormerUntil = null)
{
    /// <summary>So long both count: time to bring the new one to the program.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>All that count now, the newest first.</summary>
    public IEnumerable<string> Valid(DateTimeOffset now) => Former is { } former && now < FormerUntil ? [Value, former] : [Value];

    public AgentSecret Replaced(string by, DateTimeOffset now) => new(by, Value, now + Overlap);

    /// <summary>Without the secret, should it ever be written to a log.</summary>
    public override string ToString() => "A secret";
}

/// <summary>What a custom virtual agent and its program know of each other.</summary>
/// <param name="Signing">With what Relais signs what it tells.</param>
/// <param name="Token">What the program shows at the API.</param>
public sealed record AgentSecrets(AgentSecret Signing, AgentSecret Token)
{
    private const int Bytes = 32;

    public static AgentSecrets Choose() => new(new AgentSecret(NewSigning()), new AgentSecret(NewToken()));

    public AgentSecrets WithNewSigning(DateTimeOffset now) => this with { Signing = Signing.Replaced(NewSigning(), now) };

    public AgentSecrets WithNewToken(DateTimeOffset now) => this with { Token = Token.Replaced(NewToken(), now) };

    /// <summary>As hexadecimal numbers: some programs want the bytes, others the text.</summary>
    private static string NewSigning() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
}

/// <summary>Keeps the secrets of custom virtual agents unreadable in the store, like the settings of channels.</summary>
public sealed class AgentVault(IDataProtectionProvider protection)
{
    public string Seal(CustomAgent agent, AgentSecrets secrets) => For(agent).Protect(JsonSerializer.Serialize(secrets));

    /// <exception cref="SealedSettings">The keys do not fit.</exception>
    public AgentSecrets Open(CustomAgent agent)
    {
        try
        {
            return JsonSerializer.Deserialize<AgentSecrets>(For(agent).Unprotect(agent.SealedSecrets))!;
        }
        catch (CryptographicException)
        {
            throw new SealedSettings();
        }
    }

    private IDataProtector For(CustomAgent agent) =>
        protection.CreateProtector("virtual-agent-secrets", agent.OrganisationId.ToString(), agent.Id.ToString());
}
