using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Relais.Server.Channels;

/// <summary>
/// Access tokens that run out, kept encrypted with what renews them. That may be used up by using it: one at a time renews, on whichever
/// node, and what it got is written down though nobody waits for it any more.
/// </summary>
/// <param name="memory">Where they are kept.</param>
/// <param name="protection">Encrypts them.</param>
/// <param name="clock">Tells when they run out.</param>
/// <param name="purpose">What they are for: nothing else opens them.</param>
internal sealed class RenewedTokens(ChannelMemory memory, IDataProtectionProvider protection, TimeProvider clock, string purpose)
{
    private const string Key = "token";
    private const string TurnKey = "token-turn";

    /// <summary>Longer than any provider may take to answer: whoever has not ended by then has died.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly IDataProtector protector = protection.CreateProtector(purpose);

    /// <param name="channelId">Whose.</param>
    /// <param name="mark">Of the settings they were got with: an administrator who enters others means it.</param>
    /// <param name="refused">The access token the provider no longer takes; null when none was refused.</param>
    /// <param name="renew">Gets the next by what was kept, or by the settings where nothing was; null when none is to be had.</param>
    /// <param name="cancel">Ends the waiting, and never what has begun.</param>
    public async Task<KeptToken?> Access(Guid channelId, string mark, string? refused, Func<KeptToken?, Task<KeptToken?>> renew, CancellationToken cancel)
    {
        if (await Kept(channelId, mark, cancel) is { } known && IsGood(known, refused)) return known;

        var holder = Guid.CreateVersion7().ToString();
        // Somebody at work is waited for, and he takes as long as he takes.
        while (!await memory.Hold(channelId, TurnKey, holder, Turn, CancellationToken.None)) await Task.Delay(Breath, TimeProvider.System, cancel);
        return await Renew(channelId, mark, refused, holder, renew).WaitAsync(cancel);
    }

    /// <summary>The last one that was got with such settings, whether it is still good or not.</summary>
    public async Task<KeptToken?> Kept(Guid channelId, string mark, CancellationToken cancel)
    {
        if (await memory.Recall(channelId, Key, cancel) is not { } sealedToken) return null;

        try
        {
            return JsonSerializer.Deserialize<KeptToken>(protector.Unprotect(sealedToken)) is { } token && token.For == mark ? token : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Somebody else may have renewed it while we waited for our turn.</summary>
    private async Task<KeptToken?> Renew(Guid channelId, string mark, string? refused, string holder, Func<KeptToken?, Task<KeptToken?>> renew)
    {
        try
        {
            var known = await Kept(channelId, mark, CancellationToken.None);
            if (known is not null && IsGood(known, refused)) return known;

            var fresh = await renew(known);
            if (fresh is not null) await memory.Remember(channelId, Key, protector.Protect(JsonSerializer.Serialize(fresh)), CancellationToken.None);
            return fresh;
        }
        finally
        {
            await memory.LetGo(channelId, TurnKey, holder, CancellationToken.None);
        }
    }

    private bool IsGood(KeptToken token, string? refused) => token.Access != refused && token.Until > clock.GetUtcNow();
}

/// <summary>An access token, and what renews it.</summary>
/// <param name="Access">Lets us in.</param>
/// <param name="Refresh">Renews it; empty where nothing does.</param>
/// <param name="Until">So long it is good.</param>
/// <param name="For">The mark of the settings it was got with.</param>
internal sealed record KeptToken(string Access, string Refresh, DateTimeOffset Until, string For)
{
    /// <summary>How long it can be renewed, where the provider tells it.</summary>
    public DateTimeOffset? RefreshUntil { get; init; }

    /// <summary>Whose it is, where the provider tells it with the token.</summary>
    public string? Account { get; init; }
}
