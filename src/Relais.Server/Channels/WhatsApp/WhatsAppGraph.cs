using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.WhatsApp;

/// <summary>Asks Meta's Graph API and names how that ended, whatever happens on the line.</summary>
internal sealed class WhatsAppGraph(HttpClient http, WhatsAppSettings settings)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Of the number.</summary>
    public string Number => Uri.EscapeDataString(settings.PhoneNumberId);

    /// <summary>Of the account.</summary>
    public string Account => Uri.EscapeDataString(settings.BusinessAccountId);

    public Task<GraphReply<GraphAnswer>> Post<T>(string path, T body, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Ask(HttpMethod.Post, path, JsonContent.Create(body, type), WhatsAppJson.Default.GraphAnswer, cancel);

    public Task<GraphReply<GraphAnswer>> Post(string path, HttpContent body, CancellationToken cancel) =>
        Ask(HttpMethod.Post, path, body, WhatsAppJson.Default.GraphAnswer, cancel);

    public Task<GraphReply<T>> Get<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class => Ask(HttpMethod.Get, path, null, type, cancel);

    /// <summary>Asks for a file. Null when its address is not one that may see our token.</summary>
    public async Task<GraphReply<HttpResponseMessage>?> Download(Uri address, CancellationToken cancel)
    {
        if (!ProviderLine.Carries(settings.AccessToken) || !MaySeeTheToken(address)) return null;

        using var request = RequestFor(HttpMethod.Get, address, null);
        return await Ending(() => Headers(request, cancel), cancel);
    }

    private async Task<GraphReply<HttpResponseMessage>> Headers(HttpRequestMessage request, CancellationToken cancel)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return new GraphReply<HttpResponseMessage>.Answer(response.StatusCode, response, WaitOf(response));
    }

    private async Task<GraphReply<T>> Ask<T>(
        HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        if (!ProviderLine.Carries(settings.AccessToken)) return new GraphReply<T>.BadSettings("token_invalid", "The access token in the settings is not well-formed.");
        if (!Uri.TryCreate($"{settings.ApiUrl.TrimEnd('/')}/{settings.ApiVersion}/{path}", UriKind.Absolute, out var address))
            return new GraphReply<T>.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = RequestFor(method, address, body);
        return await Ending(() => Answer(request, type, cancel), cancel);
    }

    private async Task<GraphReply<T>> Answer<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancel);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        return new GraphReply<T>.Answer(response.StatusCode, Parse(bytes, type), WaitOf(response));
    }

    /// <summary>Something in between may answer with a page instead of JSON: then there is no body.</summary>
    private static T? Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<GraphReply<T>> Ending<T>(Func<Task<GraphReply<T>>> ask, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException refused) when (refused is AddressRefused || refused.InnerException is AddressRefused)
        {
            return new GraphReply<T>.BadSettings("api_unreachable", "The address of the API in the settings is not one Relais may call.");
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new GraphReply<T>.NeverLeft($"No connection to WhatsApp: {fault.HttpRequestError}.");
        }
        catch (HttpRequestException fault)
        {
            return new GraphReply<T>.Lost($"The connection to WhatsApp broke: {fault.HttpRequestError}.");
        }
        catch (IOException)
        {
            return new GraphReply<T>.Lost("The connection to WhatsApp broke.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new GraphReply<T>.Lost("WhatsApp did not answer in time.");
        }
    }

    private HttpRequestMessage RequestFor(HttpMethod method, Uri address, HttpContent? body) =>
        new(method, address) { Content = body, Headers = { { "Authorization", $"Bearer {settings.AccessToken}" } } };

    /// <summary>The token opens the whole account: only Meta's file host and the API itself may see it.</summary>
    private bool MaySeeTheToken(Uri address)
    {
        var api = new Uri(settings.ApiUrl);
        return (address.Scheme == api.Scheme && address.Authority == api.Authority)
            || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host is "lookaside.fbsbx.com" or "graph.facebook.com");
    }

    private static TimeSpan? WaitOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } wait && wait > TimeSpan.Zero && wait < TimeSpan.FromDays(1) ? wait : null;
}

/// <summary>How asking Meta ended.</summary>
internal abstract record GraphReply<T>
    where T : class
{
    /// <param name="Body">Null when it was not the JSON it should be.</param>
    /// <param name="Wait">How long Meta wants us to wait.</param>
    public sealed record Answer(HttpStatusCode Status, T? Body, TimeSpan? Wait) : GraphReply<T>
    {
        public bool Succeeded => (int)Status is >= 200 and <= 299;

        public string StatusWords => $"WhatsApp answered {((int)Status).ToString(CultureInfo.InvariantCulture)} without saying why.";
    }

    /// <summary>Surely not asked, and asking again changes nothing.</summary>
    public sealed record BadSettings(string Code, string Reason) : GraphReply<T>;

    /// <summary>Surely not asked.</summary>
    public sealed record NeverLeft(string Reason) : GraphReply<T>;

    /// <summary>Perhaps asked; the answer did not reach us.</summary>
    public sealed record Lost(string Reason) : GraphReply<T>;
}
