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

/// <summary>X in a nutshell: checks every signature, challenges a door before it keeps it, tells of what it took, and fails on demand.</summary>
public sealed class XSimulator : IAsyncDisposable
{
    public const string Own = "1111111111111111111";
    public const string Key = "xvz1evFS4wEEPTGEFPHBog";
    public const string Secret = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    public const string Token = $"{Own}-NNc8dC38OWPai8k9PQqhQ5ah7dFoEHAO";
    public const string TokenSecret = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";

    /// <summary>For whom a post is.</summary>
    public const string Public = "everybody";

    /// <summary>What a door is to sign.</summary>
    public const string Crc = "MDkyZGZkMzUtNTE5Mi00";

    private const string AppToken = "AAAAAAAAAAAA%2FAA3Dx";

    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, MemoryStream> uploads = new();
    private long ids = 2080765901528535096;

    private XSimulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Use((HttpContext http, RequestDelegate next) => IsKnown(http.Request) ? next(http) : Refuse(401, "Unauthorized").ExecuteAsync(http));
        server.MapPost("/oauth2/token", () => Results.Json(new { token_type = "bearer", access_token = AppToken }));
        server.MapGet("/2/users/me", () => Results.Json(new { data = new { id = Own, name = "Maison Lune", username = "maisonlune" } }));
        server.MapGet("/2/users/{id}", (string id) => Names.TryGetValue(id, out var name) ? Results.Json(new { data = new { id, name, username = "someone" } }) : Refuse(404, "Not Found Error"));
        server.MapGet("/2/webhooks", () => Results.Json(new { data = Door is null ? [] : new object[] { new { id = "17", url = Door, valid = true } } }));
        server.MapPost("/2/webhooks", (JsonObject told) => Keep(told["url"]!.GetValue<string>()));
        server.MapGet("/2/activity/subscriptions", () => Results.Json(new { data = Subscriptions.Select(name => new { event_type = name, filter = new { user_id = Own }, webhook_id = "17" }) }));
        server.MapPost("/2/activity/subscriptions", (JsonObject told) => { Subscriptions.Enqueue(told["event_type"]!.GetValue<string>()); return Results.Json(new { data = told }, statusCode: 201); });
        server.MapPost("/2/media/upload/initialize", () => { var id = NextId(); uploads[id] = new MemoryStream(); return Results.Json(new { data = new { id, media_key = $"3_{id}", expires_after_secs = 86400 } }); });
        server.MapPost("/2/media/upload/{id}/append", (string id, JsonObject told) => { uploads[id].Write(Convert.FromBase64String(told["media"]!.GetValue<string>())); return Results.Json(new { data = new { expires_at = 1 } }); });
        server.MapPost("/2/media/upload/{id}/finalize", (string id) => Looked(id));
        server.MapGet("/2/media/upload", (HttpRequest asked) => Looked(asked.Query["media_id"].ToString()));
        server.MapGet("/media/{name}", (string name) => Files.TryGetValue(name, out var content) ? Results.Bytes(content, "image/jpeg") : Refuse(404, "Not Found"));
        server.MapPost("/2/tweets", (HttpContext http, JsonObject told) => Take(http, Public, told));
        server.MapDelete("/2/tweets/{id}", (string id) => { Deleted.Enqueue(id); return Results.Json(new { data = new { deleted = true } }); });
        server.MapPut("/2/tweets/{id}/hidden", (string id, JsonObject told) => { Hidden[id] = told["hidden"]!.GetValue<bool>(); return Results.Json(new { data = new { hidden = Hidden[id] } }); });
        server.MapPost("/2/dm_conversations/with/{id}/messages", (HttpContext http, string id, JsonObject told) => Take(http, id, told));
    }

    public SimulatorFaults Faults { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What X took, and for whom.</summary>
    public ConcurrentQueue<(string Id, string To, JsonObject Body)> Taken { get; } = new();

    public ConcurrentDictionary<string, string> Names { get; } = new();

    /// <summary>What X says to whom instead of taking his message.</summary>
    public ConcurrentDictionary<string, (int Status, string Words)> Refusals { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public ConcurrentDictionary<string, bool> Hidden { get; } = new();

    /// <summary>Which posts were deleted, in their order.</summary>
    public ConcurrentQueue<string> Deleted { get; } = new();

    public ConcurrentQueue<string> Subscriptions { get; } = new();

    /// <summary>How far X is with looking through a film, each time it is asked.</summary>
    public ConcurrentQueue<string> NextStates { get; } = new();

    /// <summary>How X challenges a door: where, and what it answers.</summary>
    public Func<string, Task<string>> Challenge { get; set; } = _ => Task.FromResult("");

    /// <summary>Told of what X took before X answers, as happens.</summary>
    public Func<string, string, JsonObject, Task> Echo { get; set; } = (_, _, _) => Task.CompletedTask;

    public string? Door { get; private set; }

    public static async Task<XSimulator> Start(CancellationToken cancel)
    {
        var simulator = new XSimulator();
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    public string NextId() => Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);

    public string Keep(string name, string content)
    {
        Files[name] = Encoding.UTF8.GetBytes(content);
        return new Uri(Address, $"media/{name}").ToString();
    }

    /// <summary>How many files were begun.</summary>
    public int Uploads => uploads.Count;

    /// <summary>What was brought up under this id.</summary>
    public byte[] Uploaded(string id) => uploads[id].ToArray();

    public static string Sign(string text, string secret = Secret) =>
        $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))}";

    /// <summary>Calls the door through a client that reaches it.</summary>
    public static async Task<int> Bring(HttpClient line, string path, string body, string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        call.Headers.Add("x-twitter-webhooks-signature", signature ?? Sign(body));
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static bool IsKnown(HttpRequest asked)
    {
        var given = asked.Headers.Authorization.ToString();
        return asked.Path == "/oauth2/token" ? given == $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Key}:{Secret}"))}"
            : asked.Path.StartsWithSegments("/2/webhooks", StringComparison.Ordinal) || (asked.Path == "/2/activity/subscriptions" && asked.Method == "GET") ? given == $"Bearer {AppToken}"
            : given.StartsWith("OAuth ", StringComparison.Ordinal) && IsSigned(asked, given["OAuth ".Length..]);
    }

    /// <summary>As RFC 5849 has it, from what arrived.</summary>
    private static bool IsSigned(HttpRequest asked, string header)
    {
        var given = header.Split(", ").Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Trim('"')));
        if (given.GetValueOrDefault("oauth_consumer_key") != Key || given.GetValueOrDefault("oauth_token") != Token) return false;

        var parts = given.Where(part => part.Key != "oauth_signature").Concat(asked.Query.SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? ""))))
            .Select(part => $"{Uri.EscapeDataString(part.Key)}={Uri.EscapeDataString(part.Value)}").Order(StringComparer.Ordinal);
        var text = string.Join('&', new[] { asked.Method, $"{asked.Scheme}://{asked.Host}{asked.Path}", string.Join('&', parts) }.Select(Uri.EscapeDataString));
#pragma warning disable CA5350 // X's own choice.
        var expected = Convert.ToBase64String(HMACSHA1.HashData(Encoding.ASCII.GetBytes($"{Secret}&{TokenSecret}"), Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5350
        return given["oauth_signature"] == expected;
    }

    private async Task<IResult> Keep(string url)
    {
        var answer = await Challenge(url);
        if (!answer.StartsWith('{') || JsonNode.Parse(answer)?["response_token"]?.GetValue<string>() != Sign(Crc))
            return Results.Json(new { title = "Invalid Request", errors = new[] { new { message = "CrcValidationFailed" } } }, statusCode: 400);

        Door = url;
        return Results.Json(new { data = new { id = "17", url, valid = true } });
    }

    private IResult Looked(string id) => Results.Json(NextStates.TryDequeue(out var state)
        ? new JsonObject { ["data"] = new JsonObject { ["id"] = id, ["processing_info"] = new JsonObject { ["state"] = state, ["check_after_secs"] = 3 } } }
        : new JsonObject { ["data"] = new JsonObject { ["id"] = id, ["media_key"] = $"3_{id}" } });

    private async Task<IResult> Take(HttpContext http, string to, JsonObject told) => Faults.Take() switch
    {
        SendFault.TooMany(var after) => TooMany(http, after),
        SendFault.Page(var status) => Results.Text("<html></html>", "text/html", statusCode: status),
        SendFault.LineBroken => Abort(http),
        _ when Refusals.TryGetValue(to, out var refusal) => Refuse(refusal.Status, refusal.Words),
        _ when to == "404" => Refuse(404, "Could not find user"),
        SendFault.AnswerLost => await Accept(to, told) is not null ? Abort(http) : Results.Empty,
        _ => Said(to, await Accept(to, told)),
    };

    private static IResult Said(string to, string id) => Results.Json(new { data = new { dm_conversation_id = $"{Own}-{to}", dm_event_id = id, id } }, statusCode: 201);

    private async Task<string> Accept(string to, JsonObject told)
    {
        var id = NextId();
        Taken.Enqueue((id, to, told));
        await Echo(id, to, told);
        return id;
    }

    private static IResult TooMany(HttpContext http, TimeSpan after)
    {
        http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(429, "Too Many Requests");
    }

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Refuse(int status, string words) => Results.Json(new { title = words, detail = words, type = "about:blank", status }, statusCode: status);
}
