using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Relais.Tests.Channels.Simulator;

/// <summary>The public side of an account: what stands under its posts has two levels, and its calls tell no time.</summary>
public sealed partial class MetaInboxSimulator
{
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

    private async Task<IResult> Reply(string id, HttpContext http)
    {
        if (Stranger(http) is { } stranger) return stranger;

        var words = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!["message"]!.ToString();
        var comment = NextId();
        Comments.Enqueue((id, comment, words));
        return Faults.Take() is SendFault.AnswerLost ? Abort(http) : Results.Json(new { id = comment });
    }
}
