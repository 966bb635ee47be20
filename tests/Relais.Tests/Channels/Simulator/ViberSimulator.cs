using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Simulator;

/// <summary>Viber in a nutshell: says 200 to everything and the truth in a status, tries a door before it keeps it, keeps files, and fails on demand.</summary>
public sealed class ViberSimulator : IAsyncDisposable
{
    public const string Token = "4453b6ac1s345678-e02c5f12174805f9-daec9cbb5448c51r";

    private const int LargestRequest = 30 * 1024;

    private readonly WebApplication server;
    private long tokens = 5741311803571721087;

    private ViberSimulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost("/pa/get_account_info", (HttpContext http) => Known(http) ?? Say(0, "ok", new() { ["id"] = "pa:75346594275468546724", ["name"] = "Maison Lune", ["uri"] = "maisonlune", ["webhook"] = Door }));
        server.MapPost("/pa/set_webhook", async (HttpContext http) => Known(http) ?? await Keep(http));
        server.MapPost("/pa/send_message", async (HttpContext http) => Known(http) ?? await Take(http));
        server.MapGet("/media/{name}", (string name) => Files.TryGetValue(name, out var content) ? Results.Bytes(content, "image/jpeg") : Results.StatusCode(404));
    }

    public SimulatorFaults Faults { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Who has written to the bot and not left it.</summary>
    public ConcurrentDictionary<string, bool> Subscribers { get; } = new();

    /// <summary>What Viber took, with the token it gave.</summary>
    public ConcurrentQueue<(string Token, JsonObject Body)> Taken { get; } = new();

    /// <summary>What Viber says to whom instead of taking his message.</summary>
    public ConcurrentDictionary<string, (int Status, string Words)> Refusals { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>How Viber reaches a door: where, and with what.</summary>
    public Func<string, string, Task<int>> Call { get; set; } = (_, _) => Task.FromResult(0);

    public string? Door { get; private set; }

    public static async Task<ViberSimulator> Start(CancellationToken cancel)
    {
        var simulator = new ViberSimulator();
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    /// <summary>Larger than a JavaScript number can hold.</summary>
    public long NextToken() => Interlocked.Increment(ref tokens);

    public string Keep(string name, string content)
    {
        Files[name] = Encoding.UTF8.GetBytes(content);
        return new Uri(Address, $"media/{name}").ToString();
    }

    public static string Sign(string body, string token = Token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(body)));

    /// <summary>Calls the door through a client that reaches it.</summary>
    public static async Task<int> Bring(HttpClient line, string path, string body, string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        call.Headers.Add("X-Viber-Content-Signature", signature ?? Sign(body));
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static IResult? Known(HttpContext http) => http.Request.Headers["X-Viber-Auth-Token"] == Token ? null : Say(2, "invalidAuthToken");

    /// <summary>A door that does not open at once is none.</summary>
    private async Task<IResult> Keep(HttpContext http)
    {
        var told = await Body(http);
        var url = told["url"]!.GetValue<string>();
        var events = told["event_types"]?.DeepClone();
        var tried = await Call(url, new JsonObject { ["event"] = "webhook", ["timestamp"] = 1795449600000, ["message_token"] = NextToken(), ["chat_hostname"] = "SN-CHAT-05_" }.ToJsonString());
        if (tried != 200 || !url.StartsWith("https://", StringComparison.Ordinal)) return Say(1, string.Create(CultureInfo.InvariantCulture, $"Result: Failure ({tried})"));

        Door = url;
        return Say(0, "ok", new() { ["event_types"] = events });
    }

    private async Task<IResult> Take(HttpContext http)
    {
        var told = await Body(http);
        var to = told["receiver"]?.GetValue<string>() ?? "";
        return Faults.Take() switch
        {
            SendFault.TooMany => Say(12, "tooManyRequests"),
            SendFault.Page(var status) => Results.Text("<html></html>", "text/html", statusCode: status),
            SendFault.LineBroken => Abort(http),
            _ when Refusals.TryGetValue(to, out var refusal) => Say(refusal.Status, refusal.Words),
            _ when !Subscribers.ContainsKey(to) => Say(6, "notSubscribed"),
            _ when FaultOf(told, http.Request.ContentLength ?? 0) is { } fault => Say(3, fault),
            SendFault.AnswerLost => Accept(told) > 0 ? Abort(http) : Results.Empty,
            _ => Results.Text($$"""{"status":0,"status_message":"ok","message_token":{{Accept(told)}},"chat_hostname":"SN-CHAT-05_","billing_status":1}""", "application/json"),
        };
    }

    /// <summary>What is wrong with a message, as Viber's documentation has it.</summary>
    private static string? FaultOf(JsonObject told, long size)
    {
        var media = told["media"]?.GetValue<string>() ?? "";
        return size > LargestRequest ? "the request is too large"
            : (told["sender"]?["name"]?.GetValue<string>() ?? "").Length is 0 or > 28 ? "sender.name"
            : told["type"]?.GetValue<string>() switch
            {
                "text" => (told["text"]?.GetValue<string>() ?? "").Length is 0 or > 7000 ? "text" : null,
                "picture" => media.EndsWith(".jpg", StringComparison.Ordinal) || media.EndsWith(".png", StringComparison.Ordinal) || media.EndsWith(".gif", StringComparison.Ordinal) ? null : "media",
                "video" => media.EndsWith(".mp4", StringComparison.Ordinal) && told["size"] is not null ? null : "media or size",
                "file" => media.Length > 0 && told["size"] is not null && told["file_name"] is not null ? null : "media, size or file_name",
                _ => "type",
            };
    }

    private long Accept(JsonObject told)
    {
        var token = NextToken();
        Taken.Enqueue((token.ToString(CultureInfo.InvariantCulture), told));
        return token;
    }

    private static async Task<JsonObject> Body(HttpContext http) => (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Say(int status, string words, JsonObject? more = null)
    {
        var said = more ?? [];
        said["status"] = status;
        said["status_message"] = words;
        return Results.Text(said.ToJsonString(), "application/json");
    }
}
