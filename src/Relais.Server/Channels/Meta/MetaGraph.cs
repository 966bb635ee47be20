using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Meta;

/// <summary>Asks Meta's Graph API and names how that ended.</summary>
/// <param name="http">The guarded client, with the patience the question deserves.</param>
internal sealed class MetaGraph(HttpClient http, MetaAccess access)
{
    private readonly ProviderLine line = new(http, "Meta");

    public string Token => access.Token;

    public Task<Reply> Get(string path, CancellationToken cancel) => Ask(HttpMethod.Get, path, null, cancel);

    public Task<Reply> Post(string path, JsonObject body, CancellationToken cancel) => Ask(HttpMethod.Post, path, JsonContent.Create(body), cancel);

    public Task<Reply> Post(string path, HttpContent body, CancellationToken cancel) => Ask(HttpMethod.Post, path, body, cancel);

    public Task<Reply> Delete(string path, CancellationToken cancel) => Ask(HttpMethod.Delete, path, null, cancel);

    /// <summary>Of the page or account itself.</summary>
    public string Own(string path) => $"{Uri.EscapeDataString(access.Account)}/{path}";

    /// <summary>Addresses of files carry their own permission: the token stays at home.</summary>
    public async Task<Fetched> Download(string address, long largest, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var file) || !IsSound(file)) return new Fetched.Gone("Meta gave no usable address for the file.");

        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        return await line.Download(request, largest, isTyped: true, cancel);
    }

    private async Task<Reply> Ask(HttpMethod method, string path, HttpContent? body, CancellationToken cancel)
    {
        if (!ProviderLine.Carries(access.Token)) return new Reply.BadSettings(MetaErrors.TokenInvalid, "The access token in the settings is not well-formed.");
        if (!Uri.TryCreate($"{access.Root}/{path}{Proof(path)}", UriKind.Absolute, out var address))
            return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(method, address) { Content = body, Headers = { { "Authorization", $"Bearer {access.Token}" } } };
        return await line.Ask(request, cancel);
    }

    /// <summary>Apps may demand it. https://developers.facebook.com/docs/graph-api/guides/secure-requests</summary>
    private string Proof(string path) => access.AppSecret.Length == 0 ? ""
        : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}appsecret_proof={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(access.AppSecret), Encoding.UTF8.GetBytes(access.Token)))}";

    /// <summary>The open web by https, and what lies beside the API itself.</summary>
    private bool IsSound(Uri file) =>
        file.Scheme == Uri.UriSchemeHttps || (Uri.TryCreate(access.ApiUrl, UriKind.Absolute, out var api) && file.Scheme == api.Scheme && file.Authority == api.Authority);
}
