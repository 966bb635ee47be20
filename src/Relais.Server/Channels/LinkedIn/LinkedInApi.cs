using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.LinkedIn;

/// <summary>Calls LinkedIn's versioned API. https://learn.microsoft.com/linkedin/marketing/versioning</summary>
internal sealed class LinkedInApi(ProviderLine line, LinkedInSettings settings)
{
    public Task<Reply> Get(string path, CancellationToken cancel) => Ask(HttpMethod.Get, path, null, cancel);

    public Task<Reply> Post(string path, JsonObject body, CancellationToken cancel) => Ask(HttpMethod.Post, path, body, cancel);

    public Task<Reply> Delete(string path, CancellationToken cancel) => Ask(HttpMethod.Delete, path, null, cancel);

    public Task<Reply> Put(string path, JsonObject body, CancellationToken cancel) => Ask(HttpMethod.Put, path, body, cancel);

    /// <summary>What LinkedIn says of our token, at its host for signing in. https://learn.microsoft.com/linkedin/shared/authentication/token-introspection</summary>
    public async Task<Reply> Introspect(CancellationToken cancel)
    {
        var root = settings.ApiUrl.TrimEnd('/').Replace("://api.linkedin.com", "://www.linkedin.com", StringComparison.Ordinal);
        if (!Uri.TryCreate($"{root}/oauth/v2/introspectToken", UriKind.Absolute, out var address)) return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var form = new FormUrlEncodedContent([new("client_id", settings.ClientId), new("client_secret", settings.ClientSecret), new("token", settings.AccessToken)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        return await line.Ask(request, cancel);
    }

    private async Task<Reply> Ask(HttpMethod method, string path, JsonObject? body, CancellationToken cancel)
    {
        if (!ProviderLine.Carries(settings.AccessToken)) return new Reply.BadSettings(LinkedInErrors.TokenInvalid, "The access token in the settings is not well-formed.");
        if (!ProviderLine.Carries(settings.ApiVersion)) return new Reply.BadSettings(LinkedInErrors.VersionOld, "The version in the settings is not well-formed.");
        if (!Uri.TryCreate($"{settings.ApiUrl.TrimEnd('/')}/rest/{path}", UriKind.Absolute, out var address))
            return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Authorization", $"Bearer {settings.AccessToken}");
        request.Headers.Add("Linkedin-Version", settings.ApiVersion);
        request.Headers.Add("X-Restli-Protocol-Version", "2.0.0");
        return await line.Ask(request, cancel);
    }
}
