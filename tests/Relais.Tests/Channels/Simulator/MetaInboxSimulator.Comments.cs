using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Relais.Tests.Channels.Simulator;

/// <summary>The public side of an account: what stands under its posts has two levels, and its calls tell no time.</summary>
public sealed partial class MetaInboxSimulator
{
    /// <summary>How mentions are not shown, in this order: codes of errors.</summary>
    public ConcurrentQueue<int> NextMentions { get; } = new();

    /// <summary>A post of the account with its picture.</summary>
    public string Post(string caption, byte[] picture)
    {
        var (id, file) = (NextId(), NextId());
        files[file] = picture;
        Posts[id] = new JsonObject
        {
            ["id"] = id, ["caption"] = caption, ["permalink"] = "https://www.instagram.com/p/robe", ["media_type"] = "IMAGE", ["media_url"] = new Uri(Address, $"cdn/{file}").ToString(),
            ["timestamp"] = "2026-11-20T09:30:00+0000", ["username"] = "maison_lune",
        };
        return id;
    }

    public JsonObject CommentOn(string post, string from, string username, string text, string? parent = null, string? id = null)
    {
        var comment = id ?? NextId();
        authors[comment] = from;
        var value = new JsonObject
        {
            ["id"] = comment, ["text"] = text, ["from"] = new JsonObject { ["id"] = from, ["username"] = username }, ["media"] = new JsonObject { ["id"] = post, ["media_product_type"] = "FEED" },
        };
        if (parent is not null) value["parent_id"] = parent;
        return new JsonObject { ["field"] = "comments", ["value"] = value };
    }

    /// <summary>What others say of the account, by the id of their comment, or else of their post: all Meta tells is where.</summary>
    public ConcurrentDictionary<string, JsonObject> Mentions { get; } = new();

    /// <summary>What the account answered where it was mentioned.</summary>
    public ConcurrentQueue<JsonObject> MentionsAnswered { get; } = new();

    public JsonObject Mention(string media, string? comment = null)
    {
        Names[media] = null; // Of posts of others it shows nothing by their id.
        var value = new JsonObject { ["media_id"] = media };
        if (comment is not null) value["comment_id"] = comment;
        return new JsonObject { ["field"] = "mentions", ["value"] = value };
    }

    /// <summary>Only of the account itself, and only what others say of it.</summary>
    private IResult LookAtMention(string fields)
    {
        if (NextMentions.TryDequeue(out var code)) return Refuse(400, code, "Not now");

        var (place, id) = (fields.Split('.')[0], fields.Split('(', ')')[1]);
        return Mentions.TryGetValue(id, out var told)
            ? Results.Json(new JsonObject { [place] = told.DeepClone(), ["id"] = Account })
            : Refuse(400, 100, "Invalid parameter");
    }

    private IResult AnswerMention(JsonObject body)
    {
        if (!Mentions.ContainsKey((body["comment_id"] ?? body["media_id"])!.ToString())) return Refuse(400, 100, "Invalid parameter");

        MentionsAnswered.Enqueue(body);
        return Results.Json(new { id = NextId() });
    }

    private async Task<IResult> Reply(string id, HttpContext http)
    {
        if (Stranger(http) is { } stranger) return stranger;

        var words = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!["message"]!.ToString();
        var comment = NextId();
        Comments.Enqueue((id, comment, words));
        return Faults.Take() is SendFault.AnswerLost ? Abort(http) : Results.Json(new { id = comment });
    }
}
