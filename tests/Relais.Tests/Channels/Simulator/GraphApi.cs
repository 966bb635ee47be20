using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Relais.Tests.Channels.Simulator;

/// <summary>Meta's side of what we ask: messages, files and templates, with its checks and its faults.</summary>
internal sealed class GraphApi(WhatsAppSimulator meta)
{
    private static readonly string[] FileTypes = ["image", "video", "audio", "document", "sticker"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{version}/{number}/messages", TakeMessage);
        routes.MapPost("/{version}/{number}/media", TakeFile);
        routes.MapGet("/{version}/{account}/message_templates", ListTemplates);
        routes.MapPost("/{version}/{account}/subscribed_apps", Subscribe);
        routes.MapGet("/lookaside/{id}", Download);
        routes.MapGet("/{version}/{id}", Describe);
    }

    private async Task<IResult> TakeMessage(string number, HttpContext http)
    {
        if (Stranger(http, number) is { } refusal) return Refuse(refusal);
        if (await Json(http) is not { } body) return Refuse(Error(100, "The body is no JSON.", 400));
        if (body["status"]?.GetValue<string>() == "read") return TakeReadMark(body);

        var fault = meta.Faults.Take();
        if (fault is SendFault.Slow slow) await Task.Delay(slow.For, http.RequestAborted);
        if (await Faulty(fault, http) is { } faulty) return faulty;
        if (Objection(body) is { } objection) return Refuse(objection);

        var send = new AcceptedSend(
            meta.NextId(), body["biz_opaque_callback_data"]?.GetValue<string>(), AddressOf(body)!, body["type"]!.GetValue<string>(), body, fault is SendFault.AnswerLost);
        meta.Ledger.Add(send);
        meta.Accepted(send);
        if (send.AnswerLost)
        {
            http.Abort();
            return Results.Empty;
        }

        return Results.Json(new { messaging_product = "whatsapp", contacts = new[] { new { input = send.To, wa_id = send.To.TrimStart('+') } }, messages = new[] { new { id = send.Id } } });
    }

    private IResult TakeReadMark(JsonObject body)
    {
        meta.Ledger.AddRead(body);
        return Results.Json(new { success = true });
    }

    private async Task<IResult?> Faulty(SendFault? fault, HttpContext http)
    {
        switch (fault)
        {
            case SendFault.TooMany(var after):
                meta.Ledger.AddRefused(429);
                http.Response.Headers.RetryAfter = ((int)after.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Results.Json(Error(130429, "Cloud API message throughput has been reached.", 429).Body, statusCode: 429);
            case SendFault.Refused(var code, var details, var status):
                return Refuse(Error(code, details, status));
            case SendFault.Page(var status):
                meta.Ledger.AddRefused(status);
                return Results.Content("<html><body>Sorry, something went wrong.</body></html>", MediaTypeNames.Text.Html, statusCode: status);
            case SendFault.LineBroken:
                meta.Ledger.AddRefused(0);
                await http.Response.Body.FlushAsync();
                http.Abort();
                return Results.Empty;
            default:
                return null;
        }
    }

    /// <summary>What Meta would not take, in the order it checks.</summary>
    private (int Status, JsonObject Body)? Objection(JsonObject body)
    {
        var type = body["type"]?.GetValue<string>() ?? "text";
        if (body["messaging_product"]?.GetValue<string>() != "whatsapp") return Error(100, "The parameter messaging_product is required.", 400);
        if (AddressOf(body) is null) return Error(131008, "The parameter to is required.", 400);
        if (body[type] is not JsonObject content) return Error(131008, $"The parameter {type} is required.", 400);
        if (type == "text" && content["body"]?.GetValue<string>() is not { Length: > 0 and <= 4096 }) return Error(131009, "text.body must have 1 to 4096 characters.", 400);
        if (FileTypes.Contains(type) && !meta.Files.Knows(content["id"]?.GetValue<string>() ?? "")) return Error(131009, "Media ID not found.", 400);
        if (type == "template") return TemplateObjection(content);

        return null;
    }

    private (int Status, JsonObject Body)? TemplateObjection(JsonObject use)
    {
        var template = meta.Templates.FirstOrDefault(it =>
            it["name"]!.GetValue<string>() == use["name"]?.GetValue<string>() && it["language"]!.GetValue<string>() == use["language"]?["code"]?.GetValue<string>());
        if (template?["status"]?.GetValue<string>() != "APPROVED") return Error(132001, "Template name does not exist in the translation.", 404);

        var gaps = template["components"]!.AsArray().Sum(part => (part!["text"]?.GetValue<string>() ?? "").Split("{{").Length - 1);
        var values = (use["components"]?.AsArray() ?? []).Sum(part => part!["parameters"]!.AsArray().Count);
        return gaps == values ? null : Error(132000, "Number of parameters does not match the expected number of params.", 400);
    }

    private async Task<IResult> TakeFile(string number, HttpContext http)
    {
        if (Stranger(http, number) is { } refusal) return Refuse(refusal);

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["messaging_product"] != "whatsapp" || form.Files.Count != 1) return Refuse(Error(100, "messaging_product and file are required.", 400));

        using var bytes = new MemoryStream();
        await form.Files[0].CopyToAsync(bytes, http.RequestAborted);
        return Results.Json(new { id = meta.Files.Keep(bytes.ToArray(), form["type"].ToString(), out _) });
    }

    private IResult Subscribe(string account, HttpContext http)
    {
        if (Stranger(http, meta.Account.PhoneNumberId) is { } refusal) return Refuse(refusal);
        if (account != meta.Account.BusinessAccountId) return Refuse(Error(100, "Object does not exist.", 400, subcode: 33));

        meta.IsSubscribed = true;
        return Results.Json(new { success = true });
    }

    /// <summary>The number itself, or a file.</summary>
    private IResult Describe(string id, HttpContext http)
    {
        if (Stranger(http, meta.Account.PhoneNumberId) is { } refusal) return Refuse(refusal);
        if (id == meta.Account.PhoneNumberId) return Results.Json(new { verified_name = "Maison Lune", display_phone_number = meta.Account.DisplayPhoneNumber, id });

        return meta.Files.Find(id) is var (url, type, size)
            ? Results.Json(new { url, mime_type = type, file_size = size, id, messaging_product = "whatsapp" })
            : Refuse(Error(100, $"Unsupported get request. Object with ID '{id}' does not exist.", 400, subcode: 33));
    }

    private IResult Download(string id, string? ext, HttpContext http)
    {
        if (Stranger(http, meta.Account.PhoneNumberId) is not null) return Results.NotFound();

        return meta.Files.Download(id, ext) is var (bytes, type) ? Results.Bytes(bytes, type) : Results.NotFound();
    }

    private IResult ListTemplates(string account, string? name, string? status, int? limit, int? after, HttpContext http)
    {
        if (Stranger(http, meta.Account.PhoneNumberId) is { } refusal) return Refuse(refusal);
        if (account != meta.Account.BusinessAccountId) return Refuse(Error(100, "Object does not exist.", 400, subcode: 33));

        var all = meta.Templates.Where(it => (name is null || it["name"]!.GetValue<string>() == name) && (status is null || it["status"]!.GetValue<string>() == status)).ToList();
        var page = all.Skip(after ?? 0).Take(limit ?? 25).ToList();
        var end = (after ?? 0) + page.Count;
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["after"] = end.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        if (end < all.Count) paging["next"] = new Uri(meta.Address, "/next").ToString();
        return Results.Json(new JsonObject { ["data"] = new JsonArray([.. page.Select(it => it.DeepClone())]), ["paging"] = paging });
    }

    private (int Status, JsonObject Body)? Stranger(HttpContext http, string number) =>
        http.Request.Headers.Authorization != $"Bearer {meta.Account.AccessToken}" ? Error(190, "Invalid OAuth access token.", 401)
        : number != meta.Account.PhoneNumberId ? Error(100, $"Object with ID '{number}' does not exist.", 400, subcode: 33)
        : null;

    private IResult Refuse((int Status, JsonObject Body) error)
    {
        meta.Ledger.AddRefused(error.Status);
        return Results.Json(error.Body, statusCode: error.Status);
    }

    private static string? AddressOf(JsonObject body) => body["to"]?.GetValue<string>() ?? body["recipient"]?.GetValue<string>();

    private static async Task<JsonObject?> Json(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (int Status, JsonObject Body) Error(int code, string details, int status, int? subcode = null)
    {
        var error = new JsonObject { ["message"] = $"(#{code}) {details}", ["type"] = "OAuthException", ["code"] = code, ["error_data"] = new JsonObject { ["details"] = details }, ["fbtrace_id"] = "A1" };
        if (subcode is { } sub) error["error_subcode"] = sub;
        return (status, new JsonObject { ["error"] = error });
    }
}
