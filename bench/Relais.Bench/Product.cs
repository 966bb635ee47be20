using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Relais.Server.Persistence;
using Relais.Tests.Testing;

namespace Relais.Bench;

/// <summary>The published server on a store, set up over HTTP like anybody's: an organisation, an administrator, a WhatsApp number.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly CookieJar jar = new();
    private readonly HttpClient http;

    private Product(Store store, Child child)
    {
        Store = store;
        Child = child;
        http = new HttpClient(jar) { BaseAddress = child.Address };
        Webhooks = new Webhooks(Guid.Empty, child.Address.Authority);
    }

    public Store Store { get; }

    public Child Child { get; private set; }

    public HttpClient Http => http;

    public string Cookie => jar.Cookie;

    public Guid ChannelId { get; private set; }

    public Webhooks Webhooks { get; private set; }

    public static Task<Child> Run(Store store, params string[] flags) => Child.Start(
        Path.Combine(Paths.Root, "artifacts/relais/Relais.Server.dll"),
        Ports.Next(out var port), store.Environment,
        ["--data", store.Folder, "--urls", $"http://127.0.0.1:{port}", .. flags]);

    public static async Task<Product> Start(string kind, params string[] flags)
    {
        var store = await Store.Create(kind);
        var product = new Product(store, await Run(store, flags));
        await product.SetUp();
        return product;
    }

    public async Task<JsonNode> Get(string path) => (await http.GetFromJsonAsync<JsonNode>($"/api/v1/{path}"))!;

    /// <summary>The administrator who set it up.</summary>
    public async Task<Guid> Me() => (await Get("session"))["member"]!["id"]!.GetValue<Guid>();

    public Task<JsonNode?> Put(string path, object body) => Send(HttpMethod.Put, path, body);

    public async Task<JsonNode> Post(string path, object body) => (await Send(HttpMethod.Post, path, body))!;

    /// <summary>Until everything accepted is processed.</summary>
    /// <returns>When the feed the API shows stood still, as a timestamp.</returns>
    public async Task<long> Rest()
    {
        await using var connection = await Store.Open();
        var (position, moved) = (-1L, Stopwatch.GetTimestamp());
        while (true)
        {
            var idle = await Waiting(connection) == 0;
            var now = (await Get("queue/counters"))["position"]!.GetValue<long>();
            if (now != position) (position, moved) = (now, Stopwatch.GetTimestamp());
            else if (idle) return moved;

            await Task.Delay(5);
        }
    }

    /// <summary>All the invariants of a store at rest, and that every accepted call is stored once.</summary>
    public Task<IReadOnlyList<string>> Breaches() => Judged(async judge =>
    {
        await judge.OfTheStore();
        return await judge.OfTheDoor(Webhooks.Ledger);
    });

    /// <summary>All the invariants of a store at rest, where what came in was fetched and nobody knocked.</summary>
    public Task<IReadOnlyList<string>> BreachesOfTheStore() => Judged(judge => judge.OfTheStore());

    /// <summary>The invariants of rows that were laid in without events.</summary>
    public Task<IReadOnlyList<string>> BreachesOfRows() => Judged(async judge =>
    {
        await judge.OneOpenConversationPerThread();
        await judge.NothingWithoutItsOwner();
        await judge.CountersAreTrue();
        return await judge.OfTheDoor(Webhooks.Ledger);
    });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Child.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> Judged(Func<Invariants, Task<IReadOnlyList<string>>> judged)
    {
        await using var services = Store.Services();
        await using var scope = services.CreateAsyncScope();
        var judge = new Invariants(scope.ServiceProvider.GetRequiredService<RelaisDb>(), CancellationToken.None);
        return await judged(judge);
    }

    private static Task<long> Waiting(DbConnection connection) => Store.Ask<long>(connection, "SELECT count(*) FROM journal WHERE state = 'Waiting'");

    private async Task SetUp()
    {
        var made = await Post("setup", new { organisation = "Maison Lune", name = "Chloé", email = "chloe@maison-lune.fr", password = "une phrase assez longue", language = "fr" });
        http.DefaultRequestHeaders.Add("X-CSRF-Token", made["session"]!["csrfToken"]!.GetValue<string>());
        var settings = new { phoneNumberId = Webhooks.PhoneNumberId, businessAccountId = "102290129340398", accessToken = "token", appSecret = Webhooks.AppSecret };
        var channel = await Post("channels", new { kind = "whatsapp", name = "WhatsApp Maison Lune", settings });
        ChannelId = (channel["channel"] ?? channel)["id"]!.GetValue<Guid>();
        Webhooks = new Webhooks(ChannelId, Child.Address.Authority);
    }

    private async Task<JsonNode?> Send(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{path}: {(int)answer.StatusCode} {text}");

        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>Keeps the session's cookie as a browser does.</summary>
    private sealed class CookieJar() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false })
    {
        public string Cookie { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Cookie.Length > 0) request.Headers.Add("Cookie", Cookie);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                Cookie = set.Select(line => line.Split(';')[0]).FirstOrDefault(pair => pair.StartsWith("relais=", StringComparison.Ordinal)) ?? Cookie;
            return answer;
        }
    }
}
