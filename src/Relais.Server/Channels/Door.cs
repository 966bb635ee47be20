using System.Buffers;
using System.Text.Json;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels;

/// <summary>
/// Where providers knock: <c>/channels/{kind}/{id}</c>, one door for all kinds. Verifies the raw bytes, writes them
/// down, answers. Understanding them comes later.
/// </summary>
public static class Door
{
    private const int MaxDepth = 64;

    public static void Map(IEndpointRouteBuilder routes, ChannelCatalogue catalogue)
    {
        var door = routes.MapGroup("/channels/{kind}/{id:guid}").Open("The provider proves itself by its signature.").WithTags("Channel doors");
        door.MapGet("", Knock).WithName("AskAtChannel").WithSummary("The door of a channel, where its provider makes sure that it is ours");
        door.MapPost("", Knock).DisableAntiforgery().WithName("KnockAtChannel").WithSummary("The door of a channel, where its provider tells what happened");

        foreach (var kind in catalogue.Kinds)
        {
            kind.MapDoors(routes.MapGroup($"/api/channels/{kind.Name}/v1/{{channelId:guid}}").WithTags($"Channel: {kind.Name}"));
            kind.MapPages(routes.MapGroup($"/{kind.Name}").ExcludeFromDescription());
        }
    }

    private static async Task<IResult> Knock(
        string kind, Guid id, HttpContext http, ConnectedChannels channels, Journal journal, CancellationToken cancel)
    {
        if (await channels.Find(id, cancel) is not { } channel || channel.Kind != kind)
            return Refusal(StatusCodes.Status404NotFound, "not_found", "There is no such channel.");

        var speaks = channels.KindOf(channel);
        if (await Body(http.Request, speaks.MaxBodyBytes, cancel) is not { } body)
            return Refusal(StatusCodes.Status413PayloadTooLarge, "body.too_large", $"Send at most {speaks.MaxBodyBytes} bytes.");

        switch (speaks.Verify(channel, new DoorRequest(http.Request.Method, http.Request.Headers, http.Request.Query, body) { Url = CalledAt(http) }))
        {
            case Verdict.Answered answer:
                return Results.Text(answer.Body, answer.ContentType);
            case Verdict.Malformed malformed:
                return Refusal(StatusCodes.Status400BadRequest, "body.malformed", malformed.Reason);
            case Verdict.Accepted accepted:
                if (FaultOf(speaks.Body, body.Span) is { } fault) return Refusal(StatusCodes.Status400BadRequest, "body.malformed", fault);

                return await WriteDown(journal, channel, accepted.Key, body, http, cancel);
            default:
                return Refusal(StatusCodes.Status401Unauthorized, "signature.wrong", "Sign the raw body with this channel's secret.");
        }
    }

    private static async Task<IResult> WriteDown(
        Journal journal, ConnectedChannel channel, string key, ReadOnlyMemory<byte> body, HttpContext http, CancellationToken cancel)
    {
        try
        {
            await journal.Append(channel, key, body, cancel);
            return Results.Ok();
        }
        catch (Exception exception) when (exception is Overloaded || IsOutOfOrder(exception, http))
        {
            http.Response.Headers.RetryAfter = "5";
            return Refusal(StatusCodes.Status503ServiceUnavailable, "store.unavailable", "Nothing was stored. Send it again.");
        }
    }

    /// <summary>Only a refusal asks for the store: a call that goes well needs none of its own.</summary>
    private static bool IsOutOfOrder(Exception exception, HttpContext http) =>
        http.RequestServices.GetRequiredService<RelaisDb>().Dialect.IsOutOfOrder(exception);

    /// <summary>The whole body, or null when it is larger than allowed, whatever its header claims.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit) return null;

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The public address, whatever name the proxy in front called us by.</summary>
    private static Uri CalledAt(HttpContext http) =>
        new(http.RequestServices.GetRequiredService<RelaisSettings>().SeenBy(http.Request), $"{http.Request.Path}{http.Request.QueryString}");

    /// <summary>Null when a body is written as its provider writes.</summary>
    private static string? FaultOf(BodyFormat format, ReadOnlySpan<byte> body) => format switch
    {
        BodyFormat.Form => body.ContainsAnyExceptInRange((byte)' ', (byte)'~') ? "Send a form in ASCII, everything else percent-encoded." : null,
        _ => IsJson(body) ? null : "Send JSON in UTF-8, at most 64 levels deep.",
    };

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
            }

            return System.Text.Unicode.Utf8.IsValid(body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IResult Refusal(int status, string code, string detail) =>
        Problems.Result(status, code, detail);
}
