using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Relais.Server.Demo;

/// <summary>The browser of one of the shop's people, without a screen: it uses the API as the real one does.</summary>
public sealed class Browser(HttpClient http, Uri home)
{
    private string? cookie;
    private string? csrf;

    public Guid MemberId { get; private set; }

    public string Cookie => cookie ?? "";

    public async Task<JsonNode> Post(string path, object body, CancellationToken cancel)
    {
        var answer = await Send(HttpMethod.Post, path, body, cancel);
        if ((answer["session"] ?? answer) is { } session && session["csrfToken"] is not null) Remember(session);
        return answer;
    }

    public async Task<JsonNode> Put(string path, object body, CancellationToken cancel)
    {
        var answer = await Send(HttpMethod.Put, path, body, cancel);
        if (answer["csrfToken"] is not null) Remember(answer);
        return answer;
    }

    public Task<JsonNode> Patch(string path, object body, CancellationToken cancel) => Send(HttpMethod.Patch, path, body, cancel);

    public Task<JsonNode> Get(string path, CancellationToken cancel) => Send(HttpMethod.Get, path, null, cancel);

    private async Task<JsonNode> Send(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(home, $"api/v1/{path}"));
        if (body is not null) request.Content = JsonContent.Create(body);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (csrf is not null) request.Headers.Add("X-CSRF-Token", csrf);
        using var response = await http.SendAsync(request, cancel);
        Keep(response);
        var text = await response.Content.ReadAsStringAsync(cancel);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path} was answered {(int)response.StatusCode}: {text}", null, response.StatusCode);

        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return;

        cookie = set.Select(line => line.Split(';')[0]).FirstOrDefault(pair => pair.Contains("relais=", StringComparison.Ordinal)) ?? cookie;
    }

    private void Remember(JsonNode session)
    {
        csrf = session["csrfToken"]!.GetValue<string>();
        MemberId = session["member"]!["id"]!.GetValue<Guid>();
    }
}
