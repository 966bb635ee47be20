using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.Storm;

/// <summary>
/// WhatsApp's side, as bad as it gets: it is never killed, writes down what it accepted before it answers, answers some
/// calls with 429 or an error, loses the answer of others, and tells deliveries by webhook until somebody says 2xx.
/// </summary>
internal sealed class StormyProvider : IAsyncDisposable
{
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
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        var host = builder.Build();
        host.Urls.Add($"http://127.0.0.1:{RealServer.FreePort()}");
        var provider = new StormyProvider(host, new Ledger(Path.Combine(folder, "accepted.txt")), seed);
        host.MapPost("/{version}/{phone}/messages", provider.Take);
        host.MapFallback(() => Results.Json(new { data = Array.Empty<object>() }));
        await host.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        ledger.Dispose();
    }

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
            await Deliver!(WhatsAppWebhook.Status(id, status, recipient, ours));
        }
    }

    private double Roll()
    {
        lock (gate) return chance.NextDouble();
    }

    private static IResult Refusal(int status, int code) =>
        Results.Json(new { error = new { message = "try again", type = "OAuthException", code, error_data = new { details = "storm" } } }, statusCode: status);
}
