using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Relais.Server.Channels.Messenger;

/// <summary>Who is behind a token.</summary>
/// <param name="Visitor">His id on this channel: <c>anonymous-…</c>, or <c>customer-…</c> with the site's own id.</param>
/// <param name="Until">When the proof of identity ends; null for anonymous visitors.</param>
/// <param name="Profile">What is known of him.</param>
/// <param name="HasAnswered">Whether he answered what is asked before the first message.</param>
/// <param name="Before">The anonymous id under which he wrote in this browser before he was recognised.</param>
internal sealed record VisitorSession(string Visitor, DateTimeOffset? Until, VisitorProfile Profile, bool HasAnswered = false, string? Before = null)
{
    public IReadOnlyList<string> Ids => Before is null ? [Visitor] : [Visitor, Before];

    public bool IsVerified => Until is not null;

    public static VisitorSession Anonymous(string? language) =>
        new($"anonymous-{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16))}", null, new VisitorProfile(Language: language));
}

/// <summary>The sessions of a channel's visitors. A token is known only to the browser: we keep its hash.</summary>
internal sealed class VisitorSessions(ChannelMemory memory, TimeProvider clock)
{
    private const int TokenBytes = 32;

    public async Task<string> Begin(Guid channelId, VisitorSession session, CancellationToken cancel)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        await Change(channelId, token, session, cancel);
        return token;
    }

    public Task Change(Guid channelId, string token, VisitorSession session, CancellationToken cancel) =>
        memory.Remember(channelId, KeyOf(token), JsonSerializer.Serialize(session, VisitorAct.Json), cancel);

    public async Task<VisitorSession?> Find(Guid channelId, string token, CancellationToken cancel)
    {
        if (await memory.Recall(channelId, KeyOf(token), cancel) is not { } kept) return null;

        var session = JsonSerializer.Deserialize<VisitorSession>(kept, VisitorAct.Json)!;
        if (session.Until is null || session.Until > clock.GetUtcNow()) return session;

        await End(channelId, token, cancel);
        return null;
    }

    public Task End(Guid channelId, string token, CancellationToken cancel) => memory.Forget(channelId, KeyOf(token), cancel);

    private static string KeyOf(string token) => $"session/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}";
}
