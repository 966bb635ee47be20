using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.TikTok;

/// <summary>Calls TikTok's API for Business in the account's name. https://business-api.tiktok.com/portal/docs</summary>
internal sealed class TikTokApi(ProviderLine line, TikTokSettings settings, TikTokTokens tokens)
{
    private const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Hosts of TikTok's own that want to know who fetches a file. Nobody else may see our token.</summary>
    private static readonly string[] Hosts = [".tiktok.com", ".tiktokcdn.com", ".tiktokcdn-us.com", ".tiktokcdn-eu.com", ".tiktokv.com", ".tiktokv.us", ".tiktokv.eu"];

    public static readonly Reply.BadSettings NoAddress = new("api_unreachable", "The address of the API in the settings is not well-formed.");

    public static string BaseOf(TikTokSettings settings) => $"{settings.ApiUrl.TrimEnd('/')}/open_api/v1.3";

    public Task<Reply> Get(string path, CancellationToken cancel, params (string Name, string Value)[] query) =>
        AsAccount(account => Request(HttpMethod.Get, path, null, [("business_id", account), .. query]), cancel);

    public Task<Reply> Post(string path, JsonObject body, CancellationToken cancel) => AsAccount(
        account =>
        {
            var told = body.DeepClone().AsObject();
            told["business_id"] = account;
            return Request(HttpMethod.Post, path, JsonContent.Create(told));
        },
        cancel);

    /// <summary>Brings a picture up.</summary>
    public Task<Reply> Upload(string path, OutgoingFile file, byte[] bytes, CancellationToken cancel) => AsAccount(
        account =>
        {
            var content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType) } };
            return Request(HttpMethod.Post, path, new MultipartFormDataContent { { new StringContent(account), "business_id" }, { new StringContent("IMAGE"), "media_type" }, { content, "file", file.PlainName } });
        },
        cancel);

    /// <summary>What belongs to the app wants its secret and nobody's token.</summary>
    public async Task<Reply> AsApp(HttpMethod method, string path, CancellationToken cancel, params (string Name, string Value)[] told)
    {
        (string, string)[] all = [("app_id", settings.AppId), ("secret", settings.AppSecret), .. told];
        using var request = method == HttpMethod.Get
            ? Request(method, path, null, all)
            : Request(method, path, JsonContent.Create(all.ToDictionary(one => one.Item1, one => one.Item2)));
        return request is null ? NoAddress : await line.Ask(request, cancel);
    }

    /// <summary>Copies a file, of which TikTok's own stores give nothing to strangers.</summary>
    public async Task<Fetched> Download(string reference, CancellationToken cancel)
    {
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !IsApi(address))) return new Fetched.Gone("TikTok gave no usable address of the file.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (IsApi(address) || Hosts.Any(host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)))
        {
            if ((await tokens.Access(null, cancel)).Token is not { } token) return new Fetched.TryLater("There is no access token at the moment.");

            request.Headers.Add("x-user", token.Access);
        }

        return await line.Download(request, LargestFile, isTyped: true, cancel);
    }

    /// <summary>A token TikTok took for old was surely not looked behind: with the next one the same is asked once more.</summary>
    private async Task<Reply> AsAccount(Func<string, HttpRequestMessage?> ask, CancellationToken cancel)
    {
        var (reply, token) = await Try(ask, null, cancel);
        return token is not null && TikTokErrors.IsTokenRefused(reply) ? (await Try(ask, token, cancel)).Reply : reply;
    }

    private async Task<(Reply Reply, string? Token)> Try(Func<string, HttpRequestMessage?> ask, string? refused, CancellationToken cancel)
    {
        var (token, failure) = await tokens.Access(refused, cancel);
        if (token is null) return (TikTokErrors.WithoutToken(failure!), null);

        using var request = ask(token.Account!);
        if (request is null) return (NoAddress, null);

        request.Headers.Add("Access-Token", token.Access);
        return (await line.Ask(request, cancel), token.Access);
    }

    private HttpRequestMessage? Request(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] query)
    {
        var asked = string.Join('&', query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        return Uri.TryCreate($"{BaseOf(settings)}/{path}{(asked.Length > 0 ? "?" : "")}{asked}", UriKind.Absolute, out var address) ? new HttpRequestMessage(method, address) { Content = content } : null;
    }

    private bool IsApi(Uri address) => Uri.TryCreate(settings.ApiUrl, UriKind.Absolute, out var api) && api.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority);
}
