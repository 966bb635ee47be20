using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Tests.Testing;

/// <summary>A browser without a screen: keeps the cookie, sends the antiforgery token, speaks JSON.</summary>
public sealed class ApiClient(HttpClient http) : IDisposable
{
    private string? csrf;
    private string? cookie;
    private bool continued;

    public HttpClient Http => http;

    /// <summary>As a browser would send it to the hub.</summary>
    public string? Cookie => cookie;

    /// <summary>Who is signed in here, to be continued in another browser.</summary>
    public Signed Signature => new(cookie!, csrf!, Session!.ToJsonString());

    public JsonNode? Session { get; private set; }

    public Guid MemberId => Session!["member"]!["id"]!.GetValue<Guid>();

    /// <summary>Goes through the set-up page, and is its administrator from now on.</summary>
    public async Task<JsonNode> SetUp(string organisation, string name, string email, string password, string language = "fr")
    {
        var answer = await Post("setup", new { organisation, name, email, password, language });
        Remember(answer["session"]!);
        return answer;
    }

    public async Task SignIn(string email, string password) => Remember(await Post("session", new { email, password }));

    /// <summary>Opens an invitation or a reset link, as its owner would.</summary>
    public async Task UseLink(string token, string password) => Remember(await Read(await Send(HttpMethod.Put, $"links/{token}", new { password })));

    public async Task<JsonNode> Get(string path) => await Read(await Send(HttpMethod.Get, path));

    public async Task<JsonNode> Post(string path, object? body = null) => await Read(await Send(HttpMethod.Post, path, body ?? new { }));

    public async Task<JsonNode> Put(string path, object? body = null) => await Read(await Send(HttpMethod.Put, path, body ?? new { }));

    public async Task<JsonNode> Patch(string path, object body) => await Read(await Send(HttpMethod.Patch, path, body));

    public async Task Delete(string path) => await Read(await Send(HttpMethod.Delete, path));

    /// <summary>For those who expect a refusal.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (csrf is not null) request.Headers.Add("X-CSRF-Token", csrf);
        if (continued) request.Headers.Add("Cookie", cookie);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        return response;
    }

    public void Dispose() => http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return;

        var session = set.Select(line => line.Split(';')[0]).FirstOrDefault(pair => pair.StartsWith("relais=", StringComparison.Ordinal));
        cookie = session ?? cookie;
    }

    private void Remember(JsonNode session)
    {
        Session = session;
        csrf = session["csrfToken"]!.GetValue<string>();
    }

    private static async Task<JsonNode> Read(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} → {(int)response.StatusCode} {text}", null, response.StatusCode);

            return response.StatusCode == HttpStatusCode.NoContent || text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
        }
    }

    /// <summary>A session that can be taken up in another browser.</summary>
    public sealed record Signed(string Cookie, string Csrf, string Session)
    {
        public Guid MemberId => JsonNode.Parse(Session)!["member"]!["id"]!.GetValue<Guid>();

        public ApiClient In(HttpClient http) =>
            new(http) { cookie = Cookie, csrf = Csrf, continued = true, Session = JsonNode.Parse(Session) };
    }
}

/// <summary>Reading JSON in one breath.</summary>
public static class JsonReading
{
    public static Guid Id(this JsonNode node, string name = "id") => node[name]!.GetValue<Guid>();

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static IEnumerable<JsonNode> Items(this JsonNode node) => node["items"]!.AsArray().Select(item => item!);
}
