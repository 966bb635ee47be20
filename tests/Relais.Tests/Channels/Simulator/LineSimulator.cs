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

/// <summary>LINE in a nutshell: takes messages once by their key, introduces people, keeps files, calls a door with its signature, and fails on demand.</summary>
public sealed class LineSimulator : IAsyncDisposable
{
    public const string Secret = "8c570fa6dd201bb328f1c1eac23a96d8";
    public const string Token = "issued/in+the-console-5f2c==";

    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, string> keys = new();
    private int ids = 461230966;

    private LineSimulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Use((HttpContext http, RequestDelegate next) => http.Request.Headers.Authorization == $"Bearer {Token}" ? next(http) : Refuse(401, "Authentication failed.").ExecuteAsync(http));
        server.MapGet("/v2/bot/info", () => Results.Json(new { userId = "U8e742f61d673b39c7fff3cecb7536ef0", basicId = "@maisonlune", displayName = "Maison Lune", chatMode = "chat", markAsReadMode = "manual" }));
        server.MapGet("/v2/bot/channel/webhook/endpoint", () => Door is null ? Refuse(404, "Not found") : Results.Json(new { endpoint = Door, active = true }));
        server.MapPut("/v2/bot/channel/webhook/endpoint", (JsonObject told) => { Door = told["endpoint"]!.GetValue<string>(); return Results.Json(new { }); });
        server.MapPost("/v2/bot/channel/webhook/test", () => Results.Json(new { success = true, statusCode = 200, reason = "OK", detail = "200" }));
        server.MapGet("/v2/bot/profile/{id}", (Func<string, IResult>)Introduce);
        server.MapGet("/v2/bot/group/{id}/summary", (string id) => Names.TryGetValue(id, out var name) ? Results.Json(new { groupId = id, groupName = name }) : Refuse(404, "Not found"));
        server.MapGet("/v2/bot/message/{id}/content", (string id) => Bring(id));
        server.MapPost("/v2/bot/message/push", (HttpContext http, JsonObject told) => Take(http, told));
        server.MapPost("/v2/bot/chat/{what}/{how?}", (string what, JsonObject told) => { Told.Enqueue((what, told)); return Results.Json(new { }); });
    }

    public SimulatorFaults Faults { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public ConcurrentQueue<JsonObject> Taken { get; } = new();

    /// <summary>The keys of all tries to send, taken or not.</summary>
    public ConcurrentQueue<string> Tries { get; } = new();

    public ConcurrentQueue<(string What, JsonObject Body)> Told { get; } = new();

    public ConcurrentDictionary<string, string> Names { get; } = new();

    /// <summary>Of whom it was asked who he is.</summary>
    public ConcurrentDictionary<string, bool> Asked { get; } = new();

    /// <summary>How people are not introduced, in this order: statuses.</summary>
    public ConcurrentQueue<int> NextIntroductions { get; } = new();

    /// <summary>Files by the id of their message, with the statuses that come before them.</summary>
    public ConcurrentDictionary<string, (byte[] Bytes, ConcurrentQueue<int> Before)> Files { get; } = new();

    /// <summary>What LINE says to whom instead of taking his message.</summary>
    public ConcurrentDictionary<string, (int Status, string Words)> Refusals { get; } = new();

    public string? Door { get; private set; }

    public static async Task<LineSimulator> Start(CancellationToken cancel)
    {
        var simulator = new LineSimulator();
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    public string NextId() => Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);

    /// <summary>A file that is there after so many refusals.</summary>
    public string Keep(string content, params int[] before)
    {
        var id = NextId();
        Files[id] = (Encoding.UTF8.GetBytes(content), new ConcurrentQueue<int>(before));
        return id;
    }

    public static string Sign(string body, string secret = Secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>Calls the door through a client that reaches it.</summary>
    public static async Task<int> Bring(HttpClient line, string path, string body, string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        call.Headers.Add("x-line-signature", signature ?? Sign(body));
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IResult Introduce(string id)
    {
        Asked[id] = true;
        return NextIntroductions.TryDequeue(out var status) ? Refuse(status, "Not now")
            : Names.TryGetValue(id, out var name) ? Results.Json(new { userId = id, displayName = name, language = "fr" })
            : Refuse(404, "Not found");
    }

    private IResult Bring(string id) =>
        !Files.TryGetValue(id, out var file) ? Refuse(404, "Not found")
        : file.Before.TryDequeue(out var status) ? (status == 202 ? Results.StatusCode(202) : Refuse(status, "Gone"))
        : Results.Bytes(file.Bytes, "image/jpeg");

    private IResult Take(HttpContext http, JsonObject told)
    {
        var key = http.Request.Headers["X-Line-Retry-Key"].ToString();
        if (!Guid.TryParseExact(key, "D", out _)) return Refuse(400, "Invalid X-Line-Retry-Key");

        Tries.Enqueue(key);
        if (keys.TryGetValue(key, out var known))
        {
            http.Response.Headers["x-line-accepted-request-id"] = $"request-of-{known}";
            return Results.Json(new { message = "The retry key is already accepted", sentMessages = new[] { new { id = known } } }, statusCode: 409);
        }

        return Faults.Take() switch
        {
            SendFault.TooMany(var after) => TooMany(http, after),
            SendFault.Page(var status) => Results.Text("<html></html>", "text/html", statusCode: status),
            SendFault.LineBroken => Abort(http),
            _ when Refusals.TryGetValue(told["to"]!.ToString(), out var refusal) => Refuse(refusal.Status, refusal.Words),
            SendFault.AnswerLost => Accept(key, told) is not null ? Abort(http) : Results.Empty,
            _ => Results.Json(new { sentMessages = new[] { new { id = Accept(key, told), quoteToken = "q" } } }),
        };
    }

    private string Accept(string key, JsonObject told)
    {
        Taken.Enqueue(told);
        return keys[key] = NextId();
    }

    private static IResult TooMany(HttpContext http, TimeSpan after)
    {
        http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(429, "The API rate limit has been exceeded. Try again later.");
    }

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Refuse(int status, string words) => Results.Json(new { message = words }, statusCode: status);
}
