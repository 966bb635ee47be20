using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Channels.Custom;

/// <summary>The doors of its own: who may enter, and how what comes in is written down.</summary>
internal sealed class CustomDoors(CustomChannel kind, CustomShelf shelf)
{
    public CustomShelf Shelf => shelf;

    public void Map(RouteGroupBuilder doors)
    {
        TakeMessage.Map(doors, this);
        TakeMessageChanges.Map(doors, this);
        TakeStatus.Map(doors, this);
        TakeEvent.Map(doors, this);
        TakeUpload.Map(doors, this);
        DeclareCapabilities.Map(doors, this);
        CollectAnswers.Map(doors, this);
    }

    /// <summary>With its body, when the token or a signature over the body admits it.</summary>
    public async Task<(CustomVisit? Visit, IResult? Refusal)> Enter(Guid channelId, HttpContext http, CancellationToken cancel)
    {
        if (await ChannelOf(channelId, http, cancel) is not { } channel) return (null, NoChannel());
        if (await Body(http.Request, cancel) is not { } body)
            return (null, Problems.Result(StatusCodes.Status413PayloadTooLarge, "body.too_large", $"Send at most {kind.MaxBodyBytes} bytes."));

        return kind.MayWrite((CustomSettings)channel.Settings, http.Request.Headers, body.Span)
            ? (new CustomVisit(http, channel, body), null)
            : (null, Stranger());
    }

    /// <summary>Only with the token: where a signature over the body would not say what is asked.</summary>
    public async Task<(CustomVisit? Visit, IResult? Refusal)> EnterByToken(Guid channelId, HttpContext http, bool withBody, CancellationToken cancel)
    {
        if (await ChannelOf(channelId, http, cancel) is not { } channel) return (null, NoChannel());
        if (!CustomChannel.HasToken((CustomSettings)channel.Settings, http.Request.Headers)) return (null, Stranger());
        if (!withBody) return (new CustomVisit(http, channel, default), null);

        return await Body(http.Request, cancel) is { } body
            ? (new CustomVisit(http, channel, body), null)
            : (null, Problems.Result(StatusCodes.Status413PayloadTooLarge, "body.too_large", $"Send at most {kind.MaxBodyBytes} bytes."));
    }

    public static IResult Malformed(string why) => Problems.Result(StatusCodes.Status400BadRequest, "body.malformed", why);

    public static IResult NoMessage() => Problems.Result(StatusCodes.Status404NotFound, "not_found", "There is no such message on this channel.");

    private static IResult NoChannel() => Problems.Result(StatusCodes.Status404NotFound, "not_found", "There is no such channel.");

    private static IResult Stranger() => Problems.Result(
        StatusCodes.Status401Unauthorized, "token.wrong", "Send 'Authorization: Bearer' with this channel's token, or sign the raw body.");

    private static async Task<ConnectedChannel?> ChannelOf(Guid id, HttpContext http, CancellationToken cancel)
    {
        var channel = await http.RequestServices.GetRequiredService<ConnectedChannels>().Find(id, cancel);
        return channel is { Settings: CustomSettings } ? channel : null;
    }

    private async Task<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > kind.MaxBodyBytes) return null;

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancel) is var read and > 0)
        {
            if (body.Length + read > kind.MaxBodyBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

internal static class CustomDoorRules
{
    /// <summary>Open to a stranger until he has proved himself, with the refusals that brings besides the door's own.</summary>
    public static RouteHandlerBuilder ForTheOtherSide(this RouteHandlerBuilder door, params IEnumerable<int> refusals)
    {
        door.Open("The other side proves itself by its token or its signature.").DisableAntiforgery();
        foreach (var status in refusals.Prepend(StatusCodes.Status404NotFound).Prepend(StatusCodes.Status401Unauthorized)) door.ProducesProblem(status);
        return door;
    }
}

/// <summary>A call that was admitted.</summary>
internal sealed record CustomVisit(HttpContext Http, ConnectedChannel Channel, ReadOnlyMemory<byte> Body)
{
    public CustomSettings Settings => (CustomSettings)Channel.Settings;

    public T Get<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    public RelaisDb Db()
    {
        var db = Get<RelaisDb>();
        db.Scope = Channel.OrganisationId;
        return db;
    }

    /// <summary>The body with what the address says added, so that the journal holds the whole of it.</summary>
    public ReadOnlyMemory<byte>? Complete(string type, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        if (Read() is not { } body) return null;

        body["type"] = type;
        foreach (var (name, value) in parts) body[name] = value;
        body["occurredAt"] ??= Get<TimeProvider>().GetUtcNow();
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    /// <summary>Durable when it returns.</summary>
    /// <returns>Whether it is new; and what to answer where nothing was stored, else null.</returns>
    public async Task<(bool IsNew, IResult? Refusal)> WriteDown(string key, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        try
        {
            return (await Get<Journal>().Append(Channel, key, body, cancel), null);
        }
        catch (Exception exception) when (exception is Overloaded || Get<RelaisDb>().Dialect.IsOutOfOrder(exception))
        {
            Http.Response.Headers.RetryAfter = "5";
            return (false, Problems.Result(StatusCodes.Status503ServiceUnavailable, "store.unavailable", "Nothing was stored. Send it again."));
        }
    }

    private JsonObject? Read()
    {
        if (Body.Length == 0) return [];

        try
        {
            return JsonNode.Parse(Body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = 32 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
