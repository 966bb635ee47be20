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

/// <summary>
/// The private messages of a page or an account at Meta, in a nutshell: takes messages and files, calls the door signed, hands out files
/// whose addresses run out, and does all of it badly on demand.
/// </summary>
public sealed partial class MetaInboxSimulator : IAsyncDisposable
{
    public const string Token = "EAAG-token-of-the-shop";
    public const string AppSecret = "9c1f5d3c9b2a";

    private readonly WebApplication server;
    private readonly string subject;
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private readonly ConcurrentDictionary<string, string> filesOf = new();
    private int ids = 100;

    private MetaInboxSimulator(string subject, string account)
    {
        this.subject = subject;
        Account = account;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DeafToSignals>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/cdn/{id}", (string id) => ExpiredAddresses.ContainsKey(id) ? Results.StatusCode(403) : files.TryGetValue(id, out var bytes) ? Results.Bytes(bytes, "image/jpeg") : Results.NotFound());
        server.MapGet("/v25.0/{id}", Look);
        server.MapGet("/refresh_access_token", Refresh);
        MapWall();
        server.MapGet("/v25.0/{id}/subscribed_apps", Followed);
        server.MapPost("/v25.0/{id}/{edge}", Take);
    }

    /// <summary>The id of the page or the account.</summary>
    public string Account { get; }

    public SimulatorFaults Faults { get; } = new();

    /// <summary>What the shop enters as the address of the API.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Every accepted message.</summary>
    public ConcurrentQueue<JsonObject> Sent { get; } = new();

    /// <summary>Reading and typing marks.</summary>
    public ConcurrentQueue<JsonObject> Signals { get; } = new();

    public ConcurrentDictionary<string, bool> ExpiredAddresses { get; } = new();

    /// <summary>Whoever wrote longer than a day ago: only a person may answer, by its tag.</summary>
    public ConcurrentDictionary<string, bool> Outside { get; } = new();

    /// <summary>What people are called; null for who tells nothing. Nobody else has another name than his id.</summary>
    public ConcurrentDictionary<string, string?> Names { get; } = new();

    /// <summary>Of whom it was asked who he is.</summary>
    public ConcurrentDictionary<string, bool> Asked { get; } = new();

    /// <summary>How people are not introduced, in this order: codes of errors.</summary>
    public ConcurrentQueue<int> NextIntroductions { get; } = new();

    /// <summary>How events are packed: <c>messaging</c>, <c>changes</c> or <c>value</c>.</summary>
    public string Wrapping { get; set; } = "messaging";

    public bool TokenExpired { get; set; }

    /// <summary>The token given last; who shows an older one is let in, too.</summary>
    public string NewestToken { get; private set; } = Token;

    /// <summary>Seconds a new token is good for; null where none is given yet.</summary>
    public int? Renewal { get; set; }

    public string? Subscribed { get; set; }

    public static async Task<MetaInboxSimulator> Start(string subject, string account, CancellationToken cancel)
    {
        var simulator = new MetaInboxSimulator(subject, account);
        await simulator.server.StartAsync(cancel);
        simulator.Address = new Uri(simulator.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return simulator;
    }

    public string NextId() => $"m_SIM{Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture)}";

    public JsonObject Event(string from, DateTimeOffset at, string name, JsonObject content) => new()
    {
        ["sender"] = new JsonObject { ["id"] = from },
        ["recipient"] = new JsonObject { ["id"] = Account },
        ["timestamp"] = at.ToUnixTimeMilliseconds(),
        [name] = content,
    };

    public JsonObject Message(string from, DateTimeOffset at, string text) => Event(from, at, "message", new JsonObject { ["mid"] = NextId(), ["text"] = text });

    /// <summary>What Meta tells of a message of ours.</summary>
    public JsonObject Echo(JsonObject sent, DateTimeOffset at)
    {
        var message = new JsonObject { ["mid"] = sent["id"]!.DeepClone(), ["is_echo"] = true, ["app_id"] = 4711 };
        foreach (var part in new[] { "text", "metadata" })
        {
            if (sent["message"]![part] is { } told) message[part] = told.DeepClone();
        }

        var echo = Event(Account, at, "message", message);
        echo["recipient"] = sent["recipient"]!.DeepClone();
        return echo;
    }

    /// <summary>A message with a picture.</summary>
    public JsonObject Picture(string from, DateTimeOffset at, byte[] bytes, bool expired = false)
    {
        var (message, old, fresh) = (NextId(), NextId(), NextId());
        files[old] = files[fresh] = bytes;
        filesOf[message] = new Uri(Address, $"cdn/{fresh}").ToString();
        if (expired) ExpiredAddresses[old] = true;
        var part = new JsonObject { ["type"] = "image", ["payload"] = new JsonObject { ["url"] = new Uri(Address, $"cdn/{old}").ToString() } };
        return Event(from, at, "message", new JsonObject { ["mid"] = message, ["attachments"] = new JsonArray(part) });
    }

    /// <summary>Calls a door, signed as Meta does.</summary>
    public async Task<int> Bring(HttpClient line, string path, bool forged, params JsonObject[] events)
    {
        var body = new JsonObject { ["object"] = subject, ["entry"] = new JsonArray([.. Entries(events)]) }.ToJsonString();
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(forged ? "a stranger's" : AppSecret), Encoding.UTF8.GetBytes(body)))}");
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    /// <summary>Of an account, Meta also tells one change or one field at a time.</summary>
    private IEnumerable<JsonNode> Entries(JsonObject[] events) => Wrapping switch
    {
        "changes" => [Entry([], events.Select(ChangeOf))],
        "value" => events.Select(OneField),
        _ => [Entry(events.Where(told => !told.ContainsKey("field")), events.Where(told => told.ContainsKey("field")))],
    };

    private static JsonObject ChangeOf(JsonObject told) => told.ContainsKey("field") ? told : new JsonObject { ["field"] = "messages", ["value"] = told.DeepClone() };

    private JsonObject OneField(JsonObject told)
    {
        var entry = Entry([], []);
        foreach (var (name, part) in ChangeOf(told)) entry[name] = part?.DeepClone();
        return entry;
    }

    private JsonObject Entry(IEnumerable<JsonObject> messages, IEnumerable<JsonObject> changes)
    {
        var entry = new JsonObject { ["id"] = Account, ["time"] = 1795449600000 };
        if (messages.Any()) entry["messaging"] = new JsonArray([.. messages.Select(told => told.DeepClone())]);
        if (changes.Any()) entry["changes"] = new JsonArray([.. changes.Select(told => told.DeepClone())]);
        return entry;
    }

    /// <summary>The bytes of a file the shop uploaded.</summary>
    public byte[] Uploaded(string id) => files[id];

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private IResult Look(string id, HttpContext http)
    {
        if (Stranger(http) is { } stranger) return stranger;
        if (id == Account && http.Request.Query["fields"].ToString() is var fields && fields.StartsWith("mentioned_", StringComparison.Ordinal)) return LookAtMention(fields);
        if (Posts.TryGetValue(id, out var post)) return Results.Json(post);
        if (filesOf.TryGetValue(id, out var address))
            return Results.Json(new JsonObject { ["attachments"] = new JsonObject { ["data"] = new JsonArray(new JsonObject { ["image_data"] = new JsonObject { ["url"] = address } }) } });

        return id == Account || id == "me"
            ? Results.Json(new JsonObject { ["id"] = Account, ["user_id"] = Account, ["name"] = "Maison Lune", ["username"] = "maison_lune" })
            : Introduce(id, http.Request.Query["fields"].ToString());
    }

    private IResult Introduce(string id, string fields)
    {
        Asked[id] = true;
        if (NextIntroductions.TryDequeue(out var code)) return Refuse(code == 2 ? 500 : 400, code, "Not now");
        if (Names.GetValueOrDefault(id, id) is not { } name) return Refuse(400, 100, $"Unsupported get request. Object with ID '{id}' does not exist", 33);

        // A page is told both parts of a name, an account the whole of it.
        return Results.Json(fields.StartsWith("first_name", StringComparison.Ordinal)
            ? new JsonObject { ["first_name"] = name.Split(' ', 2)[0], ["last_name"] = name.Split(' ', 2).ElementAtOrDefault(1), ["id"] = id }
            : new JsonObject { ["name"] = name, ["username"] = $"user_{id}", ["id"] = id });
    }

    private IResult Refresh(HttpContext http)
    {
        if (Stranger(http) is { } stranger) return stranger;
        if (Renewal is not { } seconds || http.Request.Query["grant_type"] != "ig_refresh_token" || http.Request.Query["access_token"] != NewestToken) return Refuse(400, 100, "The token is too young");

        NewestToken = $"{Token}-{NextId()}";
        return Results.Json(new { access_token = NewestToken, token_type = "bearer", expires_in = seconds });
    }

    private IResult Followed(HttpContext http) => Stranger(http) ?? Results.Json(new JsonObject
    {
        ["data"] = new JsonArray(new JsonObject { ["id"] = "4711", ["subscribed_fields"] = new JsonArray([.. (Subscribed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(field => (JsonNode)field)]) }),
    });

    private async Task<IResult> Take(string id, string edge, HttpContext http)
    {
        if (Stranger(http) is { } stranger) return stranger;
        if (id != Account && id != "me") return Refuse(400, 100, $"Unsupported post request. Object with ID '{id}' does not exist", 33);

        switch (edge)
        {
            case "subscribed_apps":
                Subscribed = (await http.Request.ReadFormAsync(http.RequestAborted))["subscribed_fields"];
                return Results.Json(new { success = true });
            case "message_attachments":
                var form = await http.Request.ReadFormAsync(http.RequestAborted);
                using (var bytes = new MemoryStream())
                {
                    await form.Files.Single().CopyToAsync(bytes, http.RequestAborted);
                    var attachment = NextId();
                    files[attachment] = bytes.ToArray();
                    return Results.Json(new { attachment_id = attachment });
                }

            case "mentions":
                return AnswerMention((await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject());
            default:
                return Send((await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject(), http);
        }
    }

    private IResult Send(JsonObject body, HttpContext http)
    {
        if (body["sender_action"] is not null)
        {
            Signals.Enqueue(body);
            return Results.Json(new { recipient_id = body["recipient"]!["id"]!.ToString() });
        }

        var fault = Faults.Take();
        if (fault is SendFault.TooMany(var after))
        {
            http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refuse(429, 613, "Calls to this API have exceeded the rate limit.");
        }

        if (fault is SendFault.Refused(var code, var words, var refusal)) return Refuse(refusal, code, words);
        if (fault is SendFault.Page(var status)) return Results.Content("<html>Sorry</html>", "text/html", statusCode: status);
        if (fault is SendFault.LineBroken) return Abort(http);
        if (body["recipient"]!["comment_id"] is { } comment && ReachByComment(comment.ToString(), body) is { } refused) return refused;
        if (Outside.ContainsKey(body["recipient"]!["id"]!.ToString()) && body["tag"]?.ToString() != "HUMAN_AGENT") return Refuse(403, 10, "This message is sent outside of allowed window.", 2018278);

        if (subject == "instagram" && Encoding.UTF8.GetByteCount(body["message"]!["text"]?.ToString() ?? "") > 1000) return Refuse(400, 100, "Length of param message[text] must be less than or equal to 1000");

        body["id"] = NextId();
        Sent.Enqueue(body);
        return fault is SendFault.AnswerLost ? Abort(http) : Results.Json(new { recipient_id = body["recipient"]!["id"]!.ToString(), message_id = body["id"]!.ToString() });
    }

    private IResult? Stranger(HttpContext http) =>
        TokenExpired || http.Request.Headers.Authorization.ToString() is var shown && shown != $"Bearer {Token}" && shown != $"Bearer {NewestToken}" ? Refuse(401, 190, "Error validating access token: Session has expired", 463) : null;

    private static IResult Abort(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static IResult Refuse(int status, int code, string words, int? finer = null)
    {
        var error = new JsonObject { ["message"] = words, ["type"] = "OAuthException", ["code"] = code };
        if (finer is { } subcode) error["error_subcode"] = subcode;
        return Results.Json(new JsonObject { ["error"] = error }, statusCode: status);
    }
}
