using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace Relais.Bench;

/// <summary>
/// The floor program: the same Kestrel, a signature over the raw body, one durable group commit of it, 200, one SignalR
/// message; nothing else. What physics and the frameworks allow. Its own process, like the product.
/// </summary>
internal static class Floor
{
    private const int BatchLimit = 256;

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Webhooks.AppSecret);
    private static readonly Channel<Entry> Waiting = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });

    public static async Task Run(string url, Store store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<Live>("/live");
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/channels/whatsapp/{id}", Accept);
        await using var journal = await RawJournal.Open(store);
        var writing = Write(journal, app.Services.GetRequiredService<IHubContext<Live>>());
        await app.RunAsync();
        await writing;
    }

    private static async Task<IResult> Accept(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        var given = Convert.FromHexString(request.Headers["X-Hub-Signature-256"].ToString().AsSpan("sha256=".Length));
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Secret, body), given)) return Results.Unauthorized();

        var entry = new Entry(Convert.ToHexStringLower(SHA256.HashData(body)), body);
        await Waiting.Writer.WriteAsync(entry);
        await entry.Written.Task;
        return Results.Ok();
    }

    private static async Task Write(RawJournal journal, IHubContext<Live> hub)
    {
        var batch = new List<Entry>(BatchLimit);
        while (await Waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchLimit && Waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            await journal.Write([.. batch.Select(entry => (entry.Key, entry.Body))]);
            foreach (var entry in batch) entry.Written.SetResult();
            foreach (var entry in batch) await hub.Clients.All.SendAsync("message", Encoding.UTF8.GetString(entry.Body));
            batch.Clear();
        }
    }

    /// <summary>Has nothing to say by itself.</summary>
    internal sealed class Live : Hub;

    private sealed record Entry(string Key, byte[] Body)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
