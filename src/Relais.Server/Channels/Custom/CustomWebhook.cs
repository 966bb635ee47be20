using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relais.Server.Security;
using Relais.Server.Security.GuardedHttp;

namespace Relais.Server.Channels.Custom;

/// <summary>What Relais tells the other side: posted to its webhook, or laid out for it to collect.</summary>
/// <param name="EventId">The same at every attempt: a repetition is recognised by it.</param>
/// <param name="Type"><c>message.send</c>, <c>typing</c>, <c>read</c> or <c>challenge</c>.</param>
/// <param name="Attempt">Counts from 1.</param>
/// <param name="ChannelId">Which channel.</param>
public sealed record CustomCall(string EventId, string Type, int Attempt, Guid ChannelId)
{
    public CustomConversation? Conversation { get; init; }

    public CustomRecipient? Contact { get; init; }

    public CustomAnswer? Message { get; init; }

    /// <summary>For <c>typing</c>: whether somebody types.</summary>
    public bool? On { get; init; }

    /// <summary>For <c>read</c>: the newest message that was read.</summary>
    public string? LastExternalId { get; init; }

    /// <summary>For <c>challenge</c>: to be sent back as <c>{"challenge": …}</c>.</summary>
    public string? Challenge { get; init; }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    private static readonly JsonSerializerOptions Json = new(CustomAct.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    internal static CustomCall Of(ConnectedChannel channel, Outgoing answer) =>
        new(answer.MessageId.ToString(), "message.send", answer.Attempt, channel.Id)
        {
            Conversation = new CustomConversation(answer.ConversationId, answer.ThreadId),
            Contact = new CustomRecipient(answer.To[0], answer.ContactName),
            Message = new CustomAnswer(
                answer.MessageId,
                answer.Text,
                answer.AuthorName,
                answer.At,
                answer.ReplyToExternalId,
                [.. answer.Files.Select(file => new CustomAnswerFile(file.Url, file.ContentType, file.Name, file.Size))],
                answer.IsAutomatic ? true : null),
        };

    internal static CustomCall Of(ConnectedChannel channel, Signal signal)
    {
        var type = signal is Signal.Typing ? "typing" : "read";
        return new CustomCall(Guid.CreateVersion7().ToString(), type, 1, channel.Id)
        {
            Contact = new CustomRecipient(signal.To[0], null),
            Conversation = new CustomConversation(null, signal.ThreadId),
            On = (signal as Signal.Typing)?.On,
            LastExternalId = signal.LastExternalId,
        };
    }
}

public sealed record CustomConversation(Guid? Id, Guid ThreadId);

public sealed record CustomRecipient(string ExternalId, string? Name);

/// <param name="IsAutomatic">True where no person wrote it: whatever answers it by itself had better not. Left out otherwise.</param>
public sealed record CustomAnswer(
    Guid Id, string Text, string AuthorName, DateTimeOffset At, string? ReplyToExternalId, IReadOnlyList<CustomAnswerFile> Attachments, bool? IsAutomatic = null);

/// <param name="Url">Not to be guessed, and open to whoever knows it: copy the file at once.</param>
public sealed record CustomAnswerFile(string Url, string MimeType, string Name, long Size);

/// <summary>Posts calls to the other side's webhook and names how each ended.</summary>
internal sealed class CustomWebhook(IHttpClientFactory http, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, bool> proven = new(StringComparer.Ordinal);

    public async Task<Delivery> Post(CustomSettings settings, CustomCall call, CancellationToken cancel)
    {
        var (answer, ending) = await Call(settings, call, cancel);
        return ending ?? answer!.Value.Read(call.EventId);
    }

    /// <summary>Null once the webhook has sent a challenge back: only then does it get to see what customers are told. Asked anew
    /// after every start and for every address.</summary>
    public async Task<Delivery?> Refusal(ConnectedChannel channel, CustomSettings settings, CancellationToken cancel)
    {
        var place = PlaceOf(channel, settings);
        if (proven.ContainsKey(place)) return null;

        var refusal = await Challenge(channel, settings, cancel);
        if (refusal is null) proven[place] = true;
        return refusal;
    }

    /// <summary>Asks for the challenge again, whatever was proven before.</summary>
    public Task<Delivery?> Prove(ConnectedChannel channel, CustomSettings settings, CancellationToken cancel)
    {
        proven.TryRemove(PlaceOf(channel, settings), out _);
        return Refusal(channel, settings, cancel);
    }

    private static string PlaceOf(ConnectedChannel channel, CustomSettings settings) => $"{channel.Id} {settings.WebhookUrl}";

    private async Task<Delivery?> Challenge(ConnectedChannel channel, CustomSettings settings, CancellationToken cancel)
    {
        var challenge = Guid.CreateVersion7().ToString("N");
        var call = new CustomCall(Guid.CreateVersion7().ToString(), "challenge", 1, channel.Id) { Challenge = challenge };
        var (answer, ending) = await Call(settings, call, cancel);
        if (ending is not null) return ending;
        if (answer!.Value.IsSuccess && answer.Value.Member("challenge") == challenge) return null;

        return !answer.Value.IsSuccess && answer.Value.Read(call.EventId) is { } fault and not Delivery.Rejected
            ? fault
            : new Delivery.BadSettings("webhook_challenge: It did not send the challenge back.");
    }

    private async Task<(CustomReply? Reply, Delivery? Ending)> Call(CustomSettings settings, CustomCall call, CancellationToken cancel)
    {
        if (!Uri.TryCreate(settings.WebhookUrl, UriKind.Absolute, out var address))
            return (null, new Delivery.BadSettings("webhook_address: It cannot be understood."));

        var body = call.ToBytes();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(CallSignature.Header, CallSignature.Sign(settings.Secrets, body, clock.GetUtcNow()));
        try
        {
            using var response = await http.CreateClient(GuardedHttpRegistration.ClientName).SendAsync(request, cancel);
            return (await CustomReply.Of(response, clock, cancel), null);
        }
        catch (HttpRequestException failed)
        {
            return (null, EndingOf(failed));
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, new Delivery.Unknown("The webhook did not answer in time."));
        }
    }

    private static Delivery EndingOf(HttpRequestException failed) => failed switch
    {
        AddressRefused or { InnerException: AddressRefused } => new Delivery.BadSettings("webhook_address: It is not one Relais may call."),
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } =>
            new Delivery.TryLater("The webhook could not be reached."),
        { HttpRequestError: HttpRequestError.SecureConnectionError } => new Delivery.TryLater("The webhook's certificate was not accepted."),
        _ => new Delivery.Unknown("The line to the webhook broke."),
    };
}

/// <summary>What the webhook answered.</summary>
internal readonly record struct CustomReply(HttpStatusCode Status, TimeSpan? RetryAfter, JsonElement? Body)
{
    private const int LongestBody = 64 * 1024;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>A fault that may be over the next time.</summary>
    public bool IsPassing => (int)Status is 408 or 409 or 425 or 429 or >= 500;

    public static async Task<CustomReply> Of(HttpResponseMessage response, TimeProvider clock, CancellationToken cancel)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
        var after = response.Headers.RetryAfter;
        return new CustomReply(response.StatusCode, after?.Delta ?? (after?.Date - clock.GetUtcNow()), bytes.Length <= LongestBody ? Parse(bytes) : null);
    }

    /// <summary>409 too is worth another try: our event id makes it a repetition, never a double.</summary>
    public Delivery Read(string eventId) => (int)Status switch
    {
        >= 200 and < 300 => new Delivery.Sent(Member("externalId") is { Length: > 0 and <= 200 } id ? id : eventId),
        401 or 403 => new Delivery.BadSettings($"webhook_signature: It answered {(int)Status}."),
        410 => new Delivery.BadSettings("webhook_gone: It answered 410."),
        >= 300 and < 400 => new Delivery.BadSettings($"webhook_moved: It answered {(int)Status}."),
        _ when IsPassing => new Delivery.TryLater($"The webhook answered {(int)Status}.", RetryAfter),
        _ => new Delivery.Rejected("refused", Member("detail") ?? $"The webhook answered {(int)Status}."),
    };

    public string? Member(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement? Parse(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var body) ? body : null;
        }
        catch (JsonException)
        {
            return null; // An answer without JSON is as good as one: only its status counts.
        }
    }
}
