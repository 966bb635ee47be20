using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Simulator;

/// <summary>TikTok in a nutshell: says 200 to nearly everything and the truth in a code, gives each token once, tells of what it took, and fails on demand.</summary>
public sealed class TikTokSimulator : IAsyncDisposable
{
    public const string Own = "-000maisonlune";

    /// <summary>As the account's own comments name it.</summary>
    public const string Voice = "+MaisonLune/voice";
    public const string AppId = "7301";
    public const string Secret = "4f8a1c2d9be34e5f";
    public const string Code = "code*1!with+signs";
    public const string Site = "https://boutique.example.com/tiktok/";
    public const string Video = "7203946942097900001";

    /// <summary>For whom a comment is.</summary>
    public const string Public = "everybody";

    private const string Api = "/open_api/v1.3/";

    private StandIn server = null!;
    private long ids = 7412000000000000000;
    private int given;

    private TikTokSimulator()
    {
    }

    public SimulatorFaults Faults { get; } = new();

    public Uri Address => server.Address;

    /// <summary>What TikTok took, and for whom.</summary>
    public ConcurrentQueue<(string Id, string To, JsonObject Body)> Taken { get; } = new();

    /// <summary>Reading and typing marks, and where.</summary>
    public ConcurrentQueue<(string To, string Action)> Marks { get; } = new();

    /// <summary>What TikTok says to whom instead of taking his message.</summary>
    public ConcurrentDictionary<string, (int Code, string Words)> Refusals { get; } = new();

    /// <summary>The names of people by their conversation or their comment.</summary>
    public ConcurrentDictionary<string, string> Names { get; } = new();

    public ConcurrentDictionary<string, bool> Hidden { get; } = new();

    public ConcurrentDictionary<string, bool> Liked { get; } = new();

    public ConcurrentQueue<string> Deleted { get; } = new();

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public ConcurrentDictionary<string, string> Doors { get; } = new();

    /// <summary>Comments of the account's own.</summary>
    public ConcurrentDictionary<string, bool> Owned { get; } = new();

    /// <summary>Told of what TikTok took before TikTok answers, as happens.</summary>
    public Func<string, string, JsonObject, Task> Echo { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Before a token is given.</summary>
    public Func<Task> Renewing { get; set; } = () => Task.CompletedTask;

    public string? Access { get; private set; }

    public string? Refresh { get; private set; }

    /// <summary>How many tokens were given.</summary>
    public int Given => given;

    /// <summary>How often a used-up token was brought.</summary>
    public int UsedUp { get; private set; }

    public static async Task<TikTokSimulator> Start(CancellationToken cancel)
    {
        var simulator = new TikTokSimulator();
        simulator.server = await StandIn.Start(simulator.Answer, cancel);
        return simulator;
    }

    public string NextId() => Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);

    /// <summary>The access token is no longer good, as after its day.</summary>
    public void Expire() => Access = null;

    /// <summary>Nothing renews it any more, as after a year.</summary>
    public void EndConsent() => (Access, Refresh) = (null, null);

    /// <summary>The account consents anew, for a program that got this from it.</summary>
    public void Grant(string refresh) => Refresh = refresh;

    public static string Sign(string body, DateTimeOffset at, string secret = Secret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},s={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }

    /// <summary>Calls the door through a client that reaches it.</summary>
    public static async Task<int> Bring(HttpClient line, string path, string body, string signature)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        call.Headers.Add("TikTok-Signature", signature);
        using var answer = await line.SendAsync(call);
        return (int)answer.StatusCode;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest asked)
    {
        var path = asked.Path.Value ?? "";
        if (path.StartsWith("/media/", StringComparison.Ordinal)) return File(asked, path["/media/".Length..]);
        if (!path.StartsWith(Api, StringComparison.Ordinal) || !path.EndsWith('/')) return Results.NotFound();

        path = path[Api.Length..];
        var told = asked.HasJsonContentType() ? (await JsonNode.ParseAsync(asked.Body))!.AsObject() : [];
        if (path.StartsWith("tt_user/oauth2/", StringComparison.Ordinal)) return await Give(path, told);
        if (path.StartsWith("business/webhook/", StringComparison.Ordinal)) return Webhook(asked, path, told);
        if (Access is null || asked.Headers["Access-Token"] != Access) return No(40105, "Access token is incorrect or has been revoked");
        if ((told["business_id"]?.GetValue<string>() ?? (asked.HasFormContentType ? asked.Form["business_id"] : asked.Query["business_id"]).ToString()) != Own) return No(40002, "business_id");

        return path switch
        {
            "business/get/" => Yes(new { username = "maisonlune", display_name = "Maison Lune" }),
            "business/message/send/" when told["message_type"]!.GetValue<string>() == "SENDER_ACTION" => Mark(told),
            "business/message/send/" => FaultOf(told) is { } fault ? No(40002, fault) : await Take(asked, told["recipient"]!.GetValue<string>(), told),
            "business/comment/reply/create/" => await Take(asked, Public, told),
            "business/message/media/upload/" => Keep(asked),
            "business/message/media/download/" => Yes(new { download_url = new Uri(Address, $"/media/{told["media_id"]!.GetValue<string>()}").ToString() }),
            "business/message/content/list/" => Participants(asked.Query["conversation_id"].ToString()),
            "business/comment/list/" => Comments(asked),
            "business/comment/delete/" => Delete(told.Text("comment_id")),
            "business/comment/hide/" => Mark(told, Hidden, "HIDE"),
            "business/comment/like/" => Mark(told, Liked, "LIKE"),
            "business/video/list/" => Yes(new { videos = asked.Query["filters"].ToString().Contains(Video, StringComparison.Ordinal) ? new object[] { new { item_id = Video, caption = "Nouvelle bougie", share_url = "https://www.tiktok.com/@maisonlune/video/1", create_time = "1795449000" } } : [] }),
            _ => No(40006, "no schema found"),
        };
    }

    /// <summary>A code serves once, and so does what renews a token.</summary>
    private async Task<IResult> Give(string path, JsonObject told)
    {
        await Renewing();
        if (told.Text("client_id") != AppId || told.Text("client_secret") != Secret) return No(40113, "client_secret is wrong");

        var isGood = path == "tt_user/oauth2/token/"
            ? given == 0 && told.Text("auth_code") == Code && told.Text("redirect_uri") == Site
            : Refresh is not null && told["refresh_token"]?.GetValue<string>() == Refresh;
        if (!isGood)
        {
            UsedUp++;
            return No(40110, "The code or token is used up or expired");
        }

        var number = Interlocked.Increment(ref given).ToString(CultureInfo.InvariantCulture);
        (Access, Refresh) = ($"act.{number}", $"rft.{number}");
        return Yes(new { access_token = Access, refresh_token = Refresh, expires_in = 86400, refresh_token_expires_in = 31536000, open_id = Own, scope = "comment.list,message.list.read", token_type = "Bearer" });
    }

    private IResult Webhook(HttpRequest asked, string path, JsonObject told)
    {
        var isList = path == "business/webhook/list/";
        var (app, secret, events) = isList
            ? (asked.Query["app_id"].ToString(), asked.Query["secret"].ToString(), asked.Query["event_type"].ToString())
            : (told.Text("app_id"), told.Text("secret"), told.Text("event_type"));
        if (app != AppId || secret != Secret) return No(40001, "No permission");
        if (!isList) Doors[events] = told.Text("callback_url");
        return Yes(new { app_id = app, event_type = events, callback_url = Doors.GetValueOrDefault(events) });
    }

    private async Task<IResult> Take(HttpRequest asked, string to, JsonObject told) => Faults.Take() switch
    {
        SendFault.TooMany(var after) => TooMany(asked, after),
        SendFault.Refused(var code, var words, _) => No(code, words),
        SendFault.Page(var status) => Results.Text("<html></html>", "text/html", statusCode: status),
        SendFault.LineBroken => Abort(asked),
        _ when Refusals.TryGetValue(to, out var refusal) => No(refusal.Code, refusal.Words),
        SendFault.AnswerLost => await Accept(to, told) is not null ? Abort(asked) : Results.Empty,
        _ => Said(await Accept(to, told), told),
    };

    private static IResult Said(string id, JsonObject told) => told["comment_id"] is null
        ? Yes(new { message = new { message_id = id } })
        : Yes(new { comment_id = id, parent_comment_id = told.Text("comment_id"), video_id = told.Text("video_id"), create_time = "1795449700", text = told.Text("text"), unique_identifier = Voice });

    private async Task<string> Accept(string to, JsonObject told)
    {
        var id = NextId();
        Taken.Enqueue((id, to, told));
        await Echo(id, to, told);
        return id;
    }

    /// <summary>Only what the account said itself.</summary>
    private IResult Delete(string comment)
    {
        if (Refusals.TryGetValue(comment, out var refusal)) return No(refusal.Code, refusal.Words);
        if (Deleted.Contains(comment)) return No(40007, "The comment does not exist");
        if (Taken.All(said => said.Id != comment)) return No(40002, "The comment is not owned by the account");
        Deleted.Enqueue(comment);
        return Yes(new { });
    }

    private IResult Mark(JsonObject told)
    {
        Marks.Enqueue((told.Text("recipient"), told.Text("sender_action")));
        return Yes(new { message = new { message_id = "" } });
    }

    /// <summary>What is wrong with a message, as TikTok's documentation has it.</summary>
    private string? FaultOf(JsonObject told) => told.Text("recipient_type") != "CONVERSATION" ? "recipient_type" : told.Text("message_type") switch
    {
        "TEXT" => told["image"] is not null || told["text"]!.Text("body").Length is 0 or > 6000 ? "text.body" : null,
        "IMAGE" => told["text"] is not null || told["referenced_message_info"] is not null || !Files.ContainsKey(told["image"]!.Text("media_id")) ? "image" : null,
        "TEMPLATE" => told["template"]!.Text("title").Length > 40 || told["template"]!["buttons"]!.AsArray().Count is 0 or > 3 ? "template" : null,
        _ => "message_type",
    };

    private IResult Keep(HttpRequest asked)
    {
        var file = asked.Form.Files["file"];
        if (file is null || asked.Form["media_type"] != "IMAGE" || file.ContentType is not ("image/jpeg" or "image/png")) return No(40908, "Unsupported file type");

        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var id = $"media-{NextId()}";
        Files[id] = bytes.ToArray();
        return Yes(new { media_id = id });
    }

    /// <summary>Only who has the token gets a file.</summary>
    private IResult File(HttpRequest asked, string name) =>
        asked.Headers["x-user"] != Access ? Results.StatusCode(403) : Files.TryGetValue(name, out var bytes) ? Results.Bytes(bytes, "image/jpeg") : Results.NotFound();

    private IResult Participants(string conversation) => Yes(new
    {
        participants = new object[]
        {
            new { role = "BUSINESS_ACCOUNT", id = Own, display_name = "Maison Lune" },
            new { role = "PERSONAL_ACCOUNT", id = "x", display_name = Names.GetValueOrDefault(conversation) },
        },
    });

    private IResult Comments(HttpRequest asked)
    {
        var number = asked.Query["comment_ids"].ToString().Trim('[', ']', '"');
        return Yes(new
        {
            comments = new[] { new { comment_id = number, video_id = asked.Query["video_id"].ToString(), display_name = Names.GetValueOrDefault(number), username = "someone", owner = Owned.ContainsKey(number), unique_identifier = Owned.ContainsKey(number) ? Voice : "?" } },
        });
    }

    private IResult Mark(JsonObject told, ConcurrentDictionary<string, bool> marks, string action)
    {
        if (told.Text("video_id") != Video || Refusals.ContainsKey(told.Text("comment_id"))) return No(40007, "The comment does not exist");

        marks[told.Text("comment_id")] = told.Text("action") == action;
        return Yes(new { });
    }

    private static IResult TooMany(HttpRequest asked, TimeSpan after)
    {
        asked.HttpContext.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return No(40100, "Requests made too frequently");
    }

    private static IResult Abort(HttpRequest asked)
    {
        asked.HttpContext.Abort();
        return Results.Empty;
    }

    private static IResult Yes(object data) => Results.Json(new { code = 0, message = "OK", request_id = "1", data });

    private static IResult No(int code, string words) => Results.Json(new { code, message = words, request_id = "1", data = new { } });
}
