using System.Text;

namespace Relais.Server.Channels.Sms;

/// <summary>Calls Twilio's API, and its file host with our token only where it is Twilio's.</summary>
internal sealed class SmsApi(ProviderLine line, SmsSettings settings)
{
    private const long LargestFile = 16L * 1024 * 1024;

    public Task<Reply> Get(string path, CancellationToken cancel) => Ask(HttpMethod.Get, ApiAddress(path), null, cancel);

    public Task<Reply> Post(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        Ask(HttpMethod.Post, ApiAddress(path), new FormUrlEncodedContent(form), cancel);

    /// <summary>A messaging service lives at another host of Twilio's.</summary>
    public Task<Reply> PostToService(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        Ask(HttpMethod.Post, Address($"{settings.ApiUrl.TrimEnd('/').Replace("://api.twilio.com", "://messaging.twilio.com", StringComparison.Ordinal)}/v1/{path}"), new FormUrlEncodedContent(form), cancel);

    /// <summary>Twilio sends us on to where the file really lies: nobody there may see our token.</summary>
    public async Task<Fetched> Download(string reference, CancellationToken cancel)
    {
        if (Address(reference) is not { } address || !MaySeeTheToken(address)) return new Fetched.Gone("The file lies at a host that is not Twilio's.");
        if (Authorization is null) return new Fetched.TryLater("The account in the settings is not well-formed.");

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Authorization", Authorization } } };
        return await line.Download(request, LargestFile, isTyped: false, cancel);
    }

    private async Task<Reply> Ask(HttpMethod method, Uri? address, HttpContent? body, CancellationToken cancel)
    {
        if (Authorization is null) return new Reply.BadSettings("token_invalid", "The account or its token in the settings is not well-formed.");
        if (address is null) return new Reply.BadSettings("api_unreachable", "The address of the API in the settings is not well-formed.");

        using var request = new HttpRequestMessage(method, address) { Content = body, Headers = { { "Authorization", Authorization } } };
        return await line.Ask(request, cancel);
    }

    /// <summary>Null when it could not travel in a header.</summary>
    private string? Authorization
    {
        get
        {
            var (user, secret) = settings.ApiKeySid.Length > 0 ? (settings.ApiKeySid, settings.ApiKeySecret) : (settings.AccountSid, settings.AuthToken);
            return user.Length == 0 || secret.Length == 0 ? null : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))}";
        }
    }

    private Uri? ApiAddress(string path) => Address($"{settings.ApiUrl.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(settings.AccountSid)}{path}");

    private static Uri? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    private bool MaySeeTheToken(Uri address) =>
        (Address(settings.ApiUrl) is { } api && address.Scheme == api.Scheme && address.Authority == api.Authority)
        || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host is "api.twilio.com" or "mcs.us1.twilio.com");
}
