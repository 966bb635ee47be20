using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using System.Net.Http.Json;

namespace Relais.Server.Channels.TikTok;

/// <summary>
/// Gets the tokens of one account. An access token lasts a day; the one that renews it is a new one each time.
/// https://business-api.tiktok.com/portal/docs?id=1832184175482945
/// </summary>
internal sealed class TikTokTokens(ProviderLine line, RenewedTokens kept, ChannelMemory memory, ConnectedChannel channel, TimeProvider clock)
{
    /// <summary>The account's id, as its messages name it; see <see cref="ConnectedChannel.Learned"/>.</summary>
    public const string Account = "account";

    /// <summary>The account's id, as its comments name it.</summary>
    public const string Voice = "voice";

    private const double Year = 365 * 24 * 3600;

    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TikTokSettings settings = (TikTokSettings)channel.Settings;

    /// <param name="refused">The access token TikTok no longer takes.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>The token, or why there is none.</returns>
    public async Task<(KeptToken? Token, Reply? Failure)> Access(string? refused, CancellationToken cancel)
    {
        Reply? failure = null;
        var token = await kept.Access(channel.Id, MarkOf(settings), refused, async known =>
        {
            var (fresh, reply) = await Fetch(known);
            failure = reply;
            return fresh;
        }, cancel);
        return (token, token is null ? failure : null);
    }

    /// <summary>The code of a consent serves once; what TikTok gave for it renews itself from then on.</summary>
    private async Task<(KeptToken? Token, Reply Reply)> Fetch(KeptToken? known)
    {
        var reply = known is null && CodeIn(settings.Consent) is { } consent
            ? await Ask("token", new JsonObject { ["grant_type"] = "authorization_code", ["auth_code"] = consent.Code, ["redirect_uri"] = consent.Address })
            : await Ask("refresh_token", new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = known?.Refresh ?? settings.Consent });
        var told = TikTokErrors.DataOf(reply);
        if (told["access_token"].Text is not { } access || !ProviderLine.Carries(access) || (told["open_id"].Text ?? known?.Account) is not { Length: > 0 } account) return (null, reply);

        await Learn(account);
        var lasts = TimeSpan.FromSeconds(Math.Clamp(told["expires_in"].Number ?? 0, 0, Longest.TotalSeconds));
        var refresh = told["refresh_token"].Text ?? known?.Refresh ?? settings.Consent;
        DateTimeOffset? end = told["refresh_token_expires_in"].Number is { } seconds and > 0 and < 10 * Year ? clock.GetUtcNow().AddSeconds(seconds) : null;
        return (new KeptToken(access, refresh, clock.GetUtcNow() + lasts - Reserve, MarkOf(settings)) { Account = account, RefreshUntil = end }, reply);
    }

    private async Task<Reply> Ask(string path, JsonObject body)
    {
        if (!Uri.TryCreate($"{TikTokApi.BaseOf(settings)}/tt_user/oauth2/{path}/", UriKind.Absolute, out var address)) return TikTokApi.NoAddress;

        (body["client_id"], body["client_secret"]) = (settings.AppId, settings.AppSecret);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        return await line.Ask(request, CancellationToken.None);
    }

    /// <summary>Another account comments in another voice.</summary>
    private async Task Learn(string account)
    {
        if (channel.Learned.TryGetValue(Account, out var known) && known == account) return;

        await memory.Learn(channel.Id, Account, account, CancellationToken.None);
        await memory.Unlearn(channel.Id, Voice, CancellationToken.None);
    }

    /// <summary>Null for what is no address with a code: then it is a refresh token.</summary>
    private static (string Code, string Address)? CodeIn(string consent) =>
        Uri.TryCreate(consent, UriKind.Absolute, out var landed) && HttpUtility.ParseQueryString(landed.Query) is var query && (query["code"] ?? query["auth_code"]) is { Length: > 0 } code
            ? (code, landed.GetLeftPart(UriPartial.Path))
            : null;

    private static string MarkOf(TikTokSettings settings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.AppId}\n{settings.Consent}")).AsSpan(0, 8));
}
