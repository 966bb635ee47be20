using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Line;

/// <summary>Calls LINE's Messaging API, and its host of files. https://developers.line.biz/en/reference/messaging-api/</summary>
internal sealed class LineApi(ProviderLine line, LineSettings settings)
{
    private const string RetryKey = "X-Line-Retry-Key";
    private const long LargestFile = 100L * 1024 * 1024;

    public Task<Reply> Get(string path, CancellationToken cancel) => Ask(HttpMethod.Get, path, null, null, cancel);

    public Task<Reply> Put(string path, JsonObject body, CancellationToken cancel) => Ask(HttpMethod.Put, path, body, null, cancel);

    /// <param name="key">By which LINE knows a repetition for a day; only sending has one.</param>
    public Task<Reply> Post(string path, JsonObject body, CancellationToken cancel, Guid? key = null) => Ask(HttpMethod.Post, path, body, key, cancel);

    /// <summary>A file LINE keeps.</summary>
    public async Task<Fetched> Download(string messageId, CancellationToken cancel)
    {
        if (Bearer is not { } bearer || AddressOf($"message/{Uri.EscapeDataString(messageId)}/content", isFile: true) is not { } address)
            return new Fetched.TryLater("The token or the address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = bearer } };
        return await line.Download(request, LargestFile, isTyped: true, cancel);
    }

    /// <summary>A file that lies elsewhere: nobody there may see our token.</summary>
    public async Task<Fetched> DownloadFromElsewhere(Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await line.Download(request, LargestFile, isTyped: true, cancel);
    }

    private async Task<Reply> Ask(HttpMethod method, string path, JsonObject? body, Guid? key, CancellationToken cancel)
    {
        if (Bearer is not { } bearer) return new Reply.BadSettings(LineErrors.TokenInvalid, "The channel access token in the settings is not well-formed.");
        if (AddressOf(path, isFile: false) is not { } address) return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(method, address) { Headers = { Authorization = bearer }, Content = body is null ? null : JsonContent.Create(body) };
        if (key is { } same) request.Headers.Add(RetryKey, same.ToString());
        return await line.Ask(request, cancel);
    }

    /// <summary>Null when it could not travel in a header.</summary>
    private AuthenticationHeaderValue? Bearer =>
        ProviderLine.Carries(settings.ChannelAccessToken) ? new("Bearer", settings.ChannelAccessToken) : null;

    /// <summary>LINE keeps files at a host of their own; a stand-in keeps all at one.</summary>
    private Uri? AddressOf(string path, bool isFile)
    {
        var root = settings.ApiUrl.TrimEnd('/');
        if (isFile) root = root.Replace("://api.line.me", "://api-data.line.me", StringComparison.Ordinal);
        return Uri.TryCreate($"{root}/v2/bot/{path}", UriKind.Absolute, out var address) ? address : null;
    }
}
