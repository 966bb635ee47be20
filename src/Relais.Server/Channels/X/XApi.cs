using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.X;

/// <summary>Calls X's API in the account's name or, for what belongs to the app, in the app's. https://docs.x.com/x-api</summary>
internal sealed class XApi(ProviderLine line, XSettings settings, XOAuth oauth)
{
    private const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Hosts of X's own that want to know who asks. Nobody else may see our token.</summary>
    private static readonly string[] Private = ["ton.twitter.com", "ton.x.com"];

    public Task<Reply> Get(string path, CancellationToken cancel) => AsAccount(HttpMethod.Get, path, null, cancel);

    public Task<Reply> Post(string path, JsonObject? body, CancellationToken cancel) => AsAccount(HttpMethod.Post, path, body, cancel);

    public Task<Reply> Put(string path, JsonObject body, CancellationToken cancel) => AsAccount(HttpMethod.Put, path, body, cancel);

    public Task<Reply> Delete(string path, CancellationToken cancel) => AsAccount(HttpMethod.Delete, path, null, cancel);

    /// <summary>The app's own token, which X gives for its key and secret.</summary>
    public async Task<(string? Token, Reply Reply)> AppToken(CancellationToken cancel)
    {
        if (FaultOf("/oauth2/token", out var address) is { } fault) return (null, fault);

        var pair = $"{Uri.EscapeDataString(settings.ConsumerKey)}:{Uri.EscapeDataString(settings.ConsumerSecret)}";
        using var content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        var reply = await line.Ask(request, cancel);
        return (reply is Reply.Answer { Succeeded: true } answer && answer.Body["access_token"].Text is { } token && ProviderLine.Carries(token) ? token : null, reply);
    }

    public async Task<Reply> AsApp(string token, HttpMethod method, string path, JsonObject? body, CancellationToken cancel)
    {
        if (FaultOf(path, out var address) is { } fault) return fault;

        return await Ask(method, address, new("Bearer", token), body, cancel);
    }

    /// <summary>A picture X shows only to those who are in the conversation; a film lies where everybody who knows its address may see it.</summary>
    public async Task<Fetched> Download(string reference, CancellationToken cancel)
    {
        if (FaultOf("", out var api) is { } fault) return fault.AsFetched();
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !IsAt(api, address))) return new Fetched.Gone("X gave no usable address of the file.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (IsAt(api, address) || Private.Contains(address.Host)) request.Headers.Authorization = oauth.HeaderOf(HttpMethod.Get, address);
        return await line.Download(request, LargestFile, isTyped: true, cancel);
    }

    private static bool IsAt(Uri api, Uri address) => api.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority);

    private async Task<Reply> AsAccount(HttpMethod method, string path, JsonObject? body, CancellationToken cancel)
    {
        if (FaultOf(path, out var address) is { } fault) return fault;

        return await Ask(method, address, oauth.HeaderOf(method, address), body, cancel);
    }

    private async Task<Reply> Ask(HttpMethod method, Uri address, AuthenticationHeaderValue authorization, JsonObject? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { Authorization = authorization }, Content = body is null ? null : JsonContent.Create(body) };
        return await line.Ask(request, cancel);
    }

    private Reply.BadSettings? FaultOf(string path, out Uri address)
    {
        address = null!;
        if (settings.OwnId.Length == 0 || !ProviderLine.Carries(settings.AccessToken) || !ProviderLine.Carries(settings.ConsumerKey))
            return new(XErrors.TokenInvalid, "The keys and tokens in the settings are not well-formed.");

        return Uri.TryCreate($"{settings.ApiUrl.TrimEnd('/')}{path}", UriKind.Absolute, out address!) ? null
            : new("api_unreachable", "The address of the API in the settings is not well-formed.");
    }
}
