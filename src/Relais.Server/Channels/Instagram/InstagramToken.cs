using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Relais.Domain.Channels;
using Relais.Server.Channels.Meta;

namespace Relais.Server.Channels.Instagram;

/// <summary>
/// The token of an account that signed in itself: good for 60 days, and from its second day on given anew to whoever still has it.
/// https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token
/// </summary>
/// <param name="graph">Without a version: this address has none.</param>
internal sealed class InstagramToken(MetaGraph graph, ChannelMemory memory, Guid channelId, TimeProvider clock)
{
    private const string Key = "access";
    private static readonly TimeSpan Often = TimeSpan.FromDays(7);

    /// <returns>The new one; null where the old one stays, also because Instagram gives none yet.</returns>
    public async Task<string?> Renew(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await Known(cancel) is { } known && now - known.RenewedAt < Often) return null;

        var reply = await graph.Get($"refresh_access_token?grant_type=ig_refresh_token&access_token={Uri.EscapeDataString(graph.Token)}", cancel);
        if (reply is not Reply.Answer { Succeeded: true } answer || answer.Body["access_token"].Text is not { Length: > 0 } token || answer.Body["expires_in"].Number is not { } seconds) return null;

        var renewed = new Renewed(FingerprintOf(token), now, now.AddSeconds(seconds));
        await memory.Remember(channelId, Key, JsonSerializer.Serialize(renewed), cancel);
        return token;
    }

    /// <summary>Null until it was renewed once: nobody tells before.</summary>
    public async Task<IReadOnlyList<Allowance>?> Ask(CancellationToken cancel) =>
        await Known(cancel) is { } known ? [new Allowance(Allowance.Access) { Until = known.EndsAt }] : null;

    private async Task<Renewed?> Known(CancellationToken cancel) =>
        await memory.Recall(channelId, Key, cancel) is { } kept && JsonSerializer.Deserialize<Renewed>(kept) is { } renewed && renewed.Fingerprint == FingerprintOf(graph.Token)
            ? renewed
            : null;

    private static string FingerprintOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>When the token of that fingerprint was given, and when it ends.</summary>
    private sealed record Renewed(string Fingerprint, DateTimeOffset RenewedAt, DateTimeOffset EndsAt);
}
