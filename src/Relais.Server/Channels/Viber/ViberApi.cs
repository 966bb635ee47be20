using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Channels.Viber;

/// <summary>Calls Viber's REST API. https://developers.viber.com/docs/api/rest-bot-api/</summary>
internal sealed class ViberApi(ProviderLine line, ViberSettings settings)
{
    private const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Viber counts the bytes of a request: letters travel as they are, not as escapes.</summary>
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] BytesOf(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString(AsWritten));

    public Task<Reply> Call(string method, JsonObject body, CancellationToken cancel) => Post(method, BytesOf(body), cancel);

    public async Task<Reply> Post(string method, byte[] body, CancellationToken cancel)
    {
        if (!ProviderLine.Carries(settings.AuthToken)) return new Reply.BadSettings(ViberErrors.TokenInvalid, "The token of the bot in the settings is not well-formed.");
        if (!Uri.TryCreate($"{settings.ApiUrl.TrimEnd('/')}/pa/{method}", UriKind.Absolute, out var address))
            return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { { "X-Viber-Auth-Token", settings.AuthToken } }, Content = content };
        return await line.Ask(request, cancel);
    }

    /// <summary>A file of a customer lies at an address that needs no token, for about an hour.</summary>
    public async Task<Fetched> Download(string reference, CancellationToken cancel)
    {
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return new Fetched.Gone("Viber gave no usable address of the file.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await line.Download(request, LargestFile, isTyped: true, cancel);
    }
}
