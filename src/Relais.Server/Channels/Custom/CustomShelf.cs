using System.Text.Json;

namespace Relais.Server.Channels.Custom;

/// <summary>Where answers lie until the other side collects and acknowledges them, for systems nobody can call.</summary>
internal sealed class CustomShelf(ChannelMemory memory, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>An answer nobody comes for is not sent: once the oldest has lain too long, the channel says so and the next wait.</summary>
    public async Task<Delivery> Lay(CustomCall call, CancellationToken cancel)
    {
        if (await Collect(call.ChannelId, 1, cancel) is [var oldest] && TimeOf(oldest) is { } since && clock.GetUtcNow() - since > Patience)
            return new Delivery.BadSettings($"not_collected: Since {since:u}.");

        // Ids sort by time, so the keys keep the order in which answers were written.
        await memory.Remember(IdOf(call.ChannelId), call.EventId, JsonSerializer.Serialize(new Laid(clock.GetUtcNow(), call), Json), cancel);
        return new Delivery.Sent(call.EventId);
    }

    public async Task<IReadOnlyList<JsonElement>> Collect(Guid channelId, int limit, CancellationToken cancel) =>
        [.. (await memory.RecallFirst(IdOf(channelId), limit, cancel)).Select(text => JsonSerializer.Deserialize<JsonElement>(text))];

    public static JsonElement CallOf(JsonElement laid) => laid.GetProperty("call");

    public Task Acknowledge(Guid channelId, Guid eventId, CancellationToken cancel) => memory.Forget(IdOf(channelId), eventId.ToString(), cancel);

    private static readonly JsonSerializerOptions Json = new(CustomAct.Json)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private static DateTimeOffset? TimeOf(JsonElement laid) => laid.GetProperty("at").GetDateTimeOffset();

    /// <summary>A place of its own beside what else the channel remembers, so that collecting looks at nothing but the shelf.</summary>
    private static Guid IdOf(Guid channelId)
    {
        var bytes = channelId.ToByteArray();
        bytes[^1] ^= 0xFF;
        return new Guid(bytes);
    }

    private sealed record Laid(DateTimeOffset At, CustomCall Call);
}
