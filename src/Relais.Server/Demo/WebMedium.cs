using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Relais.Server.Demo;

/// <summary>Customers who chat on the shop's site, signed in there: the site vouches for them with a signed identity.</summary>
public sealed class WebMedium(HttpClient http, Uri home, Notebook notebook, TimeProvider clock) : Medium
{
    private readonly ConcurrentDictionary<string, Visitor> visitors = new(StringComparer.Ordinal);

    public override string Name => "web";

    public override Guid ChannelId => notebook.WebId;

    public override async Task<string> Write(Customer from, Line line, string id, DateTimeOffset at, CancellationToken cancel)
    {
        var visitor = await Enter(from, cancel);
        var clientId = Guid.CreateVersion7();
        await Send(visitor, HttpMethod.Post, "messages", new { clientId, text = line.Words }, cancel);
        return $"{visitor.Id}/{clientId}";
    }

    public override async Task Type(Customer from, bool on, CancellationToken cancel) =>
        await Send(await Enter(from, cancel), HttpMethod.Post, "typing", new { on }, cancel);

    public override async Task Acknowledge(Answer answer, bool read, CancellationToken cancel)
    {
        if (!visitors.TryGetValue(answer.To, out var visitor)) return;

        if (read) await Send(visitor, HttpMethod.Post, "read", new { messageId = answer.ExternalId }, cancel);
        else await Send(visitor, HttpMethod.Post, "delivered", new { messageIds = new[] { answer.ExternalId } }, cancel);
    }

    /// <summary>What has reached the customers' browsers since the last look.</summary>
    public async Task<IReadOnlyList<Answer>> Look(CancellationToken cancel)
    {
        var found = new List<Answer>();
        foreach (var (customer, visitor) in visitors)
        {
            var page = await Send(visitor, HttpMethod.Get, visitor.Position is { } known ? $"messages?after={known}" : "messages", null, cancel);
            visitor.Position = page["position"]!.GetValue<long>();
            found.AddRange(
                from message in page["items"]!.AsArray()
                where message!["direction"]!.GetValue<string>() == "out" && visitor.Seen.Add(message["id"]!.GetValue<Guid>())
                select new Answer(Name, customer, message["text"]!.GetValue<string>(), message["id"]!.GetValue<Guid>().ToString()));
        }

        return found;
    }

    private async Task<Visitor> Enter(Customer customer, CancellationToken cancel)
    {
        if (visitors.TryGetValue(customer.ExternalId, out var known) && known.Until > clock.GetUtcNow()) return known;

        var until = clock.GetUtcNow().AddMinutes(50);
        using var response = await http.PostAsJsonAsync(
            AddressOf("visitors"), new { identity = Identity(customer, until), language = customer.Language }, cancel);
        response.EnsureSuccessStatusCode();
        var entered = (await response.Content.ReadFromJsonAsync<JsonObject>(cancel))!;
        return visitors[customer.ExternalId] = new Visitor(entered["visitor"]!.GetValue<string>(), entered["token"]!.GetValue<string>(), until)
        {
            Seen = known?.Seen ?? [],
            Position = known?.Position,
        };
    }

    private string Identity(Customer customer, DateTimeOffset until) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = ChannelId.ToString(),
        Claims = new Dictionary<string, object> { ["sub"] = customer.Id, ["name"] = customer.Name, ["email"] = customer.Email ?? "" },
        Expires = until.UtcDateTime,
        IssuedAt = clock.GetUtcNow().UtcDateTime,
        NotBefore = clock.GetUtcNow().UtcDateTime,
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(notebook.IdentitySecret)), SecurityAlgorithms.HmacSha256),
    });

    private async Task<JsonNode> Send(Visitor visitor, HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, AddressOf(path));
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visitor.Token);
        using var response = await http.SendAsync(request, cancel);
        if (response.StatusCode == HttpStatusCode.Unauthorized) visitor.Until = DateTimeOffset.MinValue;
        response.EnsureSuccessStatusCode();
        return response.StatusCode == HttpStatusCode.NoContent ? new JsonObject() : (await response.Content.ReadFromJsonAsync<JsonNode>(cancel))!;
    }

    private Uri AddressOf(string path) => new(home, $"api/channels/messenger/v1/{ChannelId}/{path}");

    private sealed class Visitor(string id, string token, DateTimeOffset until)
    {
        public string Id { get; } = id;

        public string Token { get; } = token;

        public DateTimeOffset Until { get; set; } = until;

        public long? Position { get; set; }

        public HashSet<Guid> Seen { get; init; } = [];
    }
}
