using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>
/// WhatsApp's side, as bad as it gets: it is never killed, writes down what it accepted before it answers, answers some
/// calls with 429 or an error, loses the answer of others, and tells deliveries by webhook until somebody says 2xx.
/// </summary>
internal sealed class StormyProvider : IAsyncDisposable
{
    public const string PhoneNumberId = "100200300";
    public const string AppSecret = "the-secret-of-the-storm";

    private readonly WebApplication app;
    private readonly Ledger ledger;
    private readonly Random chance;
    private readonly List<Taken> taken = [];
    private readonly Lock gate = new();

    private StormyProvider(WebApplication app, Ledger ledger, int seed)
    {
        this.app = app;
        this.ledger = ledger;
        chance = new Random(seed);
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>Set once the door is known: takes a webhook body and delivers it for as long as it takes.</summary>
    public Func<string, Task>? Deliver { get; set; }

    public IReadOnlyList<Taken> Accepted
    {
        get
        {
            lock (gate) return [.. taken];
        }
    }

    public static async Task<StormyProvider> Start(string folder, int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Urls.Add($"http://127.0.0.1:{RealServer.FreePort()}");
        var provider = new StormyProvider(host, new Ledger(Path.Combine(folder, "accepted.txt")), seed);
        host.MapPost("/{version}/{phone}/messages", provider.Take);
        host.MapFallback(() => Results.Json(new { data = Array.Empty<object>() }));
        await host.StartAsync();
        return provider;
    }

    /// <summary>The header a genuine call carries.</summary>
    public static string Sign(string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(body)));

    /// <summary>A webhook with one message of one customer.</summary>
    public static string Message(string from, string name, string id, long seconds, object content, string type) => JsonSerializer.Serialize(Envelope(new
    {
        messaging_product = "whatsapp",
        metadata = new { display_phone_number = "33100200300", phone_number_id = PhoneNumberId },
        contacts = new[] { new { profile = new { name }, wa_id = from } },
        messages = new[] { new Dictionary<string, object> { ["from"] = from, ["id"] = id, ["timestamp"] = $"{seconds}", ["type"] = type, [type] = content } },
    }));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        ledger.Dispose();
    }

    private static object Envelope(object value) => new
    {
        @object = "whatsapp_business_account",
        entry = new[] { new { id = "400500600", changes = new[] { new { field = "messages", value } } } },
    };

    private async Task<IResult> Take(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!;
        if (body["type"] is null) return Results.Json(new { success = true }); // a read mark

        var fate = Roll();
        if (fate < 0.04) return Refusal(429, 130429);
        if (fate < 0.06) return Refusal(500, 131016);

        var lost = fate < 0.10;
        var id = Accept(Guid.Parse(body["biz_opaque_callback_data"]!.GetValue<string>()), lost);
        _ = Tell(id, body["biz_opaque_callback_data"]!.GetValue<string>(), body["to"]?.GetValue<string>() ?? body["recipient"]!.GetValue<string>());
        if (lost) request.HttpContext.Abort();
        return Results.Json(new { messaging_product = "whatsapp", contacts = new[] { new { input = "x", wa_id = "x" } }, messages = new[] { new { id } } });
    }

    private string Accept(Guid messageId, bool lost)
    {
        lock (gate)
        {
            ledger.Write($"{messageId} {(lost ? "answer lost" : "answered")}");
            taken.Add(new Taken(messageId, lost));
            return $"wamid.out{taken.Count}";
        }
    }

    /// <summary>Deliveries come a little later, sometimes out of order, and again and again until they are taken.</summary>
    private async Task Tell(string id, string ours, string recipient)
    {
        var statuses = new[] { "sent", "delivered", "read" };
        if (Roll() < 0.2) Array.Reverse(statuses);
        foreach (var status in statuses)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20 + Roll() * 300));
            var told = new { id, status, timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}", recipient_id = recipient.TrimStart('+'), biz_opaque_callback_data = ours };
            await Deliver!(JsonSerializer.Serialize(Envelope(new { messaging_product = "whatsapp", metadata = new { display_phone_number = "33100200300", phone_number_id = PhoneNumberId }, statuses = new[] { told } })));
        }
    }

    private double Roll()
    {
        lock (gate) return chance.NextDouble();
    }

    private static IResult Refusal(int status, int code) =>
        Results.Json(new { error = new { message = "try again", type = "OAuthException", code, error_data = new { details = "storm" } } }, statusCode: status);
}
