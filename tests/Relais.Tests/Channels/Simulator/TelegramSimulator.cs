using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
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

/// <summary>
/// Telegram in a nutshell: keeps updates until they are acknowledged or calls a webhook, takes what a bot sends, hands out files,
/// and does all of it badly on demand.
/// </summary>
public sealed class TelegramSimulator : IAsyncDisposable
{
    public const string Token = "123456789:AAE-token_of-the-shop";

    private readonly WebApplication server;
    private readonly List<JsonObject> waiting = [];
    private readonly Lock guard = new();
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int ids = 100;

    private TelegramSimulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost("/bot{token}/{method}", Call);
        server.MapGet("/file/bot{token}/{**path}", (string path) => files.TryGetValue(path, out var bytes) ? Results.Bytes(bytes) : Results.NotFound());
    }

    public SimulatorFaults Faults { get; } = new();

    /// <summary>What the shop enters as the address of the API.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Every accepted call that sends something, with its fields as text.</summary>
    public ConcurrentQueue<(string Method, JsonObject Fields)> Sent { get; } = new();

    /// <summary>Every other call.</summary>
    public ConcurrentQueue<(string Method, JsonObject Fields)> Asked { get; } = new();

    /// <summary>What each call for updates asked to begin with.</summary>
    public ConcurrentQueue<long?> Offsets { get; } = new();

    /// <summary>Who blocked the bot.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = new();

    public JsonObject? Webhook { get; private set; }

    public static async Task<TelegramSimulator> Start(CancellationToken cancel)
    {
        var simulator = new TelegramSimulator();
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    public int NextId() => Interlocked.Increment(ref ids);

    /// <summary>A file a customer may send: its id.</summary>
    public string Keep(byte[] bytes)
    {
        var id = $"FILE{NextId().ToString(CultureInfo.InvariantCulture)}";
        files[$"photos/{id}.jpg"] = bytes;
        return id;
    }

    /// <summary>Something happens: it waits until it is asked for.</summary>
    public void Happen(params JsonObject[] updates)
    {
        lock (guard)
        {
            foreach (var update in updates)
            {
                update["update_id"] ??= NextId();
                waiting.Add(update);
            }

            news.TrySetResult();
        }
    }

    /// <summary>The same, brought to the webhook through a client that reaches it.</summary>
    public async Task<int> Bring(HttpClient line, JsonObject update, string? secret = null)
    {
        update["update_id"] ??= NextId();
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(Webhook!["url"]!.GetValue<string>()).AbsolutePath) { Content = JsonContent.Create(update) };
        call.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret ?? Webhook["secret_token"]!.GetValue<string>());
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        news.TrySetResult();
        await server.DisposeAsync();
    }

    private async Task<IResult> Call(string token, string method, HttpContext http)
    {
        if (token != Token) return Refuse(401, "Unauthorized");

        var fields = await Fields(http);
        if (method == "getUpdates") return await Updates(fields, http.RequestAborted);
        if (method.StartsWith("send", StringComparison.Ordinal) && method != "sendChatAction") return await Send(method, fields, http);

        Asked.Enqueue((method, fields));
        switch (method)
        {
            case "getMe": return Good(new JsonObject { ["id"] = 123456789, ["is_bot"] = true, ["first_name"] = "Maison Lune", ["username"] = "maison_lune_bot" });
            case "setWebhook": Webhook = fields; return Good(true);
            case "deleteWebhook": Webhook = null; return Good(true);
            case "getWebhookInfo": return Good(Webhook?.DeepClone() ?? new JsonObject { ["url"] = "" });
            case "getFile": return FileOf(fields);
            default: return Good(true);
        }
    }

    private async Task<IResult> Updates(JsonObject question, CancellationToken cancel)
    {
        if (Webhook is not null) return Refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

        long? offset = question["offset"] is { } from ? long.Parse(from.ToString(), CultureInfo.InvariantCulture) : null;
        Offsets.Enqueue(offset);
        var patience = Task.Delay(TimeSpan.FromSeconds(question["timeout"] is { } wait ? int.Parse(wait.ToString(), CultureInfo.InvariantCulture) : 0), cancel);
        while (true)
        {
            Task more;
            lock (guard)
            {
                waiting.RemoveAll(update => update["update_id"]!.GetValue<int>() < offset);
                if (waiting.Count > 0 || patience.IsCompleted) return Good(new JsonArray([.. waiting.Take(100).Select(update => update.DeepClone())]));
                if (news.Task.IsCompleted) news = new(TaskCreationOptions.RunContinuationsAsynchronously);
                more = news.Task;
            }

            await Task.WhenAny(more, patience);
        }
    }

    private async Task<IResult> Send(string method, JsonObject fields, HttpContext http)
    {
        var fault = Faults.Take();
        if (fault is SendFault.TooMany(var after)) return Refuse(429, $"Too Many Requests: retry after {(int)after.TotalSeconds}", new JsonObject { ["retry_after"] = (int)after.TotalSeconds });
        if (fault is SendFault.Refused(var code, var words, _)) return Refuse(code, words);
        if (fault is SendFault.Page(var status)) return Results.Content("<html>Sorry</html>", "text/html", statusCode: status);
        if (fault is SendFault.LineBroken) return Abort(http);

        var chat = fields["chat_id"]?.ToString() ?? "";
        if (Refusals.TryGetValue(chat, out var why)) return Refuse(403, why);
        if (chat.Length < 3) return Refuse(400, "Bad Request: chat not found");

        Sent.Enqueue((method, fields));
        if (fault is SendFault.AnswerLost) return Abort(http);

        await Task.CompletedTask;
        var count = method == "sendMediaGroup" ? JsonNode.Parse(fields["media"]!.ToString())!.AsArray().Count : 1;
        JsonNode[] made = [.. Enumerable.Range(0, count).Select(_ => Message(chat, fields))];
        return Good(method == "sendMediaGroup" ? new JsonArray(made) : made[0]);
    }

    private JsonObject Message(string chat, JsonObject fields)
    {
        var message = new JsonObject
        {
            ["message_id"] = NextId(),
            ["date"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["chat"] = new JsonObject { ["id"] = long.Parse(chat, CultureInfo.InvariantCulture), ["type"] = "private", ["first_name"] = "Zoé" },
        };
        if (fields["text"] is { } text) message["text"] = text.ToString();
        if (FileIn(fields, "photo")?["file"] is { } file) message["photo"] = new JsonArray(new JsonObject { ["file_id"] = file.ToString(), ["file_unique_id"] = "u", ["width"] = 1, ["height"] = 1 });
        return message;
    }

    /// <summary>A file lies in its field, or in another which the field names.</summary>
    private static JsonObject? FileIn(JsonObject fields, string name) => fields[name] switch
    {
        JsonObject file => file,
        JsonValue place when place.ToString().StartsWith("attach://", StringComparison.Ordinal) => fields[place.ToString()["attach://".Length..]] as JsonObject,
        _ => null,
    };

    private IResult FileOf(JsonObject fields)
    {
        var path = $"photos/{fields["file_id"]}.jpg";
        return files.TryGetValue(path, out var bytes)
            ? Good(new JsonObject { ["file_id"] = fields["file_id"]!.ToString(), ["file_unique_id"] = "u", ["file_path"] = path, ["file_size"] = bytes.Length })
            : Refuse(400, "Bad Request: invalid file_id");
    }

    /// <summary>JSON, a form or one with files: what is JSON inside a form stays text.</summary>
    private async Task<JsonObject> Fields(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return http.Request.ContentLength is 0 or null && http.Request.ContentType is null ? [] : (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = new JsonObject();
        foreach (var (name, value) in form) fields[name] = value.ToString();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, http.RequestAborted);
            fields[file.Name] = new JsonObject { ["file"] = Keep(bytes.ToArray()), ["name"] = file.FileName, ["type"] = file.ContentType, ["text"] = System.Text.Encoding.UTF8.GetString(bytes.ToArray()) };
        }

        return fields;
    }

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Good(JsonNode result) => Results.Json(new JsonObject { ["ok"] = true, ["result"] = result });

    private static IResult Refuse(int code, string words, JsonObject? parameters = null)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = words };
        if (parameters is not null) body["parameters"] = parameters;
        return Results.Json(body, statusCode: code);
    }
}
