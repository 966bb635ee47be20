using System.Collections.Concurrent;
using System.Globalization;
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

/// <summary>Twilio in a nutshell: takes messages and lists them, knows one number, calls a door with its signature, and fails on demand.</summary>
public sealed class TwilioSimulator : IAsyncDisposable
{
    public const string AccountSid = "ACa1b2c3d4e5f60718293a4b5c6d7e8f90";
    public const string AuthToken = "b7f1e0d2c3a49586a7b8c9d0e1f2a3b4";
    public const string Number = "+33700000001";

    private readonly WebApplication server;
    private readonly TimeProvider clock;
    private int ids;

    private TwilioSimulator(TimeProvider clock)
    {
        this.clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/2010-04-01/Accounts/{sid}.json", (HttpContext http) => Stranger(http) ?? Results.Json(new { friendly_name = "Maison Lune", status = "active" }));
        server.MapGet("/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers.json", (HttpContext http, string phoneNumber) =>
            Stranger(http) ?? Results.Json(new { incoming_phone_numbers = phoneNumber == Number ? new[] { new { sid = "PN1" } } : [] }));
        server.MapPost("/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers/PN1.json", (Delegate)TakeDoor);
        server.MapPost("/2010-04-01/Accounts/{sid}/Messages.json", (Delegate)TakeMessage);
        server.MapGet("/2010-04-01/Accounts/{sid}/Messages.json", List);
    }

    public SimulatorFaults Faults { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public ConcurrentQueue<JsonObject> Taken { get; } = new();

    /// <summary>Numbers that sent STOP.</summary>
    public ConcurrentDictionary<string, bool> OptedOut { get; } = new();

    /// <summary>Where messages to the number go.</summary>
    public string? Door { get; private set; }

    public static async Task<TwilioSimulator> Start(TimeProvider clock, CancellationToken cancel)
    {
        var simulator = new TwilioSimulator(clock);
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    public string NextSid() => $"SM{Interlocked.Increment(ref ids).ToString("x32", CultureInfo.InvariantCulture)}";

    public static Dictionary<string, string> Text(string sid, string from, string body) => new()
    {
        ["MessageSid"] = sid, ["AccountSid"] = AccountSid, ["From"] = from, ["To"] = Number, ["Body"] = body, ["NumMedia"] = "0", ["SmsStatus"] = "received",
    };

    public static Dictionary<string, string> Status(string sid, string status, string? error = null)
    {
        var told = new Dictionary<string, string> { ["MessageSid"] = sid, ["AccountSid"] = AccountSid, ["MessageStatus"] = status };
        if (error is not null) told["ErrorCode"] = error;
        return told;
    }

    /// <summary>Calls the door through a client that reaches it; signed here, unless somebody else signs.</summary>
    public static async Task<int> Bring(HttpClient line, string path, Dictionary<string, string> told, string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(told) };
        call.Headers.Add("X-Twilio-Signature", signature ?? Sign($"http://localhost{path}", told));
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static string Sign(string url, Dictionary<string, string> told)
    {
#pragma warning disable CA5350 // Twilio's choice.
        return Convert.ToBase64String(HMACSHA1.HashData(
            Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(url + string.Concat(told.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key + one.Value)))));
#pragma warning restore CA5350
    }

    private async Task<IResult> TakeDoor(HttpContext http)
    {
        Door = (await http.Request.ReadFormAsync(http.RequestAborted))["SmsUrl"];
        return Stranger(http) ?? Results.Json(new { sid = "PN1" });
    }

    private async Task<IResult> TakeMessage(HttpContext http)
    {
        if (Stranger(http) is { } refusal) return refusal;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fault = Faults.Take();
        if (fault is SendFault.TooMany(var after))
        {
            http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refuse(429, 20429, "Too Many Requests");
        }

        if (fault is SendFault.LineBroken) return Abort(http);
        if (OptedOut.ContainsKey(form["To"].ToString())) return Refuse(400, 21610, "Attempt to send to unsubscribed recipient");
        if (form["From"] != Number) return Refuse(400, 21606, "The From phone number is not a valid message-capable Twilio phone number.");

        var message = new JsonObject
        {
            ["sid"] = NextSid(), ["to"] = form["To"].ToString(), ["from"] = form["From"].ToString(), ["body"] = form["Body"].ToString(), ["status"] = "queued",
            ["direction"] = "outbound-api", ["date_created"] = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal),
        };
        Taken.Enqueue(message);
        return fault is SendFault.AnswerLost ? Abort(http) : Results.Json(message, statusCode: 201);
    }

    private IResult List(HttpContext http, string to, string from) => Stranger(http) ?? Results.Json(new JsonObject
    {
        ["messages"] = new JsonArray([.. Taken.Where(message => message["to"]!.ToString() == to && message["from"]!.ToString() == from).Reverse().Select(message => message.DeepClone())]),
    });

    private static IResult? Stranger(HttpContext http) =>
        http.Request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}"))}" ? null : Refuse(401, 20003, "Authenticate");

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Refuse(int status, int code, string words) =>
        Results.Json(new { code, message = words, status }, statusCode: status);
}
