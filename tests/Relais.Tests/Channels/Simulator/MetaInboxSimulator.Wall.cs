using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Relais.Tests.Channels.Simulator;

/// <summary>The public side of a page: takes comments, hides and deletes them, shows posts, and lets each comment be answered in private once.</summary>
public sealed partial class MetaInboxSimulator
{
    private readonly ConcurrentDictionary<string, string> authors = new();
    private readonly ConcurrentDictionary<string, bool> answeredPrivately = new();

    public ConcurrentDictionary<string, JsonObject> Posts { get; } = new();

    /// <summary>What the shop commented, by what it stands under.</summary>
    public ConcurrentQueue<(string Under, string Id, string Message)> Comments { get; } = new();

    public ConcurrentDictionary<string, bool> Hidden { get; } = new();

    /// <summary>What the shop had deleted, in order.</summary>
    public ConcurrentQueue<string> Deleted { get; } = new();

    /// <summary>A post of the page with its picture.</summary>
    public string Publish(string text, byte[] picture)
    {
        var (id, file) = ($"{Account}_{NextId()}", NextId());
        files[file] = picture;
        Posts[id] = new JsonObject
        {
            ["id"] = id, ["message"] = text, ["permalink_url"] = "https://www.facebook.com/maison.lune/posts/1", ["full_picture"] = new Uri(Address, $"cdn/{file}").ToString(),
            ["created_time"] = "2026-11-20T09:30:00+0000", ["from"] = new JsonObject { ["id"] = Account, ["name"] = "Maison Lune" },
        };
        return id;
    }

    public JsonObject Comment(string from, string name, string post, DateTimeOffset at, string text, string? parent = null, string? id = null)
    {
        var comment = id ?? NextId();
        authors[comment] = from;
        return new JsonObject
        {
            ["field"] = "feed",
            ["value"] = new JsonObject
            {
                ["item"] = "comment", ["verb"] = "add", ["from"] = new JsonObject { ["id"] = from, ["name"] = name }, ["post_id"] = post, ["comment_id"] = comment,
                ["parent_id"] = parent ?? post, ["created_time"] = at.ToUnixTimeSeconds(), ["message"] = text,
            },
        };
    }

    private void MapWall()
    {
        server.MapPost("/v25.0/{id}/replies", Reply);
        server.MapPost("/v25.0/{id}/comments", async (string id, HttpContext http) =>
        {
            if (Stranger(http) is { } stranger) return stranger;
            var words = http.Request.HasFormContentType
                ? (await http.Request.ReadFormAsync(http.RequestAborted))["message"].ToString()
                : (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!["message"]!.ToString();
            var comment = NextId();
            Comments.Enqueue((id, comment, words));
            return Faults.Take() is SendFault.AnswerLost ? Abort(http) : Results.Json(new { id = comment });
        });
        server.MapDelete("/v25.0/{id}", (string id, HttpContext http) =>
        {
            if (Stranger(http) is { } stranger) return stranger;
            if (Deleted.Contains(id)) return Refuse(400, 100, $"Unsupported delete request. Object with ID '{id}' does not exist", 33);
            Deleted.Enqueue(id);
            return Results.Json(new { success = true });
        });
        server.MapPost("/v25.0/{id}", async (string id, HttpContext http) =>
        {
            if (Stranger(http) is { } stranger) return stranger;
            var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
            Hidden[id] = body[subject == "instagram" ? "hide" : "is_hidden"]!.GetValue<bool>();
            return Results.Json(new { success = true });
        });
    }

    /// <summary>Whom a comment leads to, once.</summary>
    private IResult? ReachByComment(string comment, JsonObject body)
    {
        if (!authors.TryGetValue(comment, out var author) || !answeredPrivately.TryAdd(comment, true)) return Refuse(400, 10900, "Activity already replied to");

        body["recipient"]!["id"] = author;
        return null;
    }
}
