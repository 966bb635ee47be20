using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Tests.Testing;

namespace Relais.Tests.VirtualAgents.Custom;

/// <summary>The program at the other end: a real HTTP server that answers as a test wants and remembers what it was told.</summary>
internal sealed class AgentProgram : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Call> calls = new();

    private AgentProgram(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public string WebhookUrl => new Uri(Address, "/hook").ToString();

    /// <summary>Every call, in the order of arrival.</summary>
    public IReadOnlyList<Call> Calls => [.. calls];

    /// <summary>The types of the events it was told, each once, whatever the attempts.</summary>
    public IReadOnlyList<string> Told => [.. Calls.DistinctBy(call => call.Key).Select(call => call.Type)];

    /// <summary>What it answers; nothing by default.</summary>
    public Func<Call, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Results.Ok());

    public static async Task<AgentProgram> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        var host = builder.Build();
        host.Urls.Add($"http://127.0.0.1:{RealServer.FreePort()}");
        var program = new AgentProgram(host);
        host.MapPost("/hook", program.Take);
        await host.StartAsync();
        return program;
    }

    /// <summary>It answers the contact's messages, and takes everything else.</summary>
    public void Says(object body) => Answer = call => Task.FromResult(call.Type == "CONVERSATION_STARTED" ? Results.Ok() : Results.Json(body));

    public void Fails(int status) => Answer = _ => Task.FromResult(Results.StatusCode(status));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var call = new Call(await reader.ReadToEndAsync(), request.Headers["X-Relais-Signature"].ToString(), request.Headers["X-Hootsuite-Signature"].ToString(), request.Headers["X-Relais-Attempt"].ToString());
        calls.Enqueue(call);
        return await Answer(call);
    }

    /// <summary>One call.</summary>
    internal sealed record Call(string Body, string Signature, string OtherSignature, string Attempt)
    {
        public JsonNode Json { get; } = JsonNode.Parse(Body)!;

        public string Type => Json.Text("type");

        public string Key => Json.Text("idempotencyKey");

        public JsonNode Content => Json["data"]!;

        public string? Text => Content["message"]?.Text("text");

        /// <summary>As the description says, by code that knows nothing of the server's.</summary>
        public bool IsSigned(string secret)
        {
            var parts = Signature.Split(',').Select(part => part.Split('=', 2)).ToList();
            var time = long.Parse(parts.Single(part => part[0] == "t")[1], CultureInfo.InvariantCulture);
            using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
            var expected = Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{time}.{Body}")));
            return parts.Where(part => part[0] == "v1").Any(part => string.Equals(part[1], expected, StringComparison.OrdinalIgnoreCase));
        }

        public bool IsSignedTheOtherWay(string secret)
        {
            using var hmac = new HMACSHA256(Convert.FromHexString(secret));
            return string.Equals(OtherSignature, Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(Body))), StringComparison.OrdinalIgnoreCase);
        }
    }
}
