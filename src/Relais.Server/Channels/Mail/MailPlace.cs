using System.Globalization;
using System.Text.Json;

namespace Relais.Server.Channels.Mail;

/// <summary>How far a mailbox was taken in. Durable, so that a restart goes on where the last one ended.</summary>
/// <param name="Validity">Under which the server counts; another means that it counts anew.</param>
/// <param name="Last">The last mail taken in.</param>
/// <param name="Since">When the mailbox was connected: what is older stays where it is.</param>
/// <param name="IsAnew">Whether it is gone through anew, because the server counts anew: what is known is passed over.</param>
internal sealed record MailPlace(uint Validity, uint Last, DateTimeOffset Since, bool IsAnew = false)
{
    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether a mail came after the mailbox was connected, and was written about then: a mailbox that was copied has a new date of arrival.</summary>
    public bool IsNew(DateTimeOffset? arrived, DateTimeOffset? written) =>
        !(arrived < Since - Tolerance) && !(written < Since - Tolerance - TimeSpan.FromDays(1));
}

/// <summary>Keeps the place, and where reading stumbled.</summary>
internal sealed class MailPlaces(ChannelMemory memory)
{
    private const string PlaceKey = "place";
    private const string StumbleKey = "stumble";

    public async Task<MailPlace?> Recall(Guid channelId, CancellationToken cancel) =>
        await memory.Recall(channelId, PlaceKey, cancel) is { } kept ? JsonSerializer.Deserialize<MailPlace>(kept) : null;

    public Task Remember(Guid channelId, MailPlace place, CancellationToken cancel) =>
        memory.Remember(channelId, PlaceKey, JsonSerializer.Serialize(place), cancel);

    /// <summary>The mail up to which they are read one by one, and how often the next of them broke the line.</summary>
    public async Task<(uint UpTo, int Times)> RecallStumble(Guid channelId, CancellationToken cancel)
    {
        var kept = (await memory.Recall(channelId, StumbleKey, cancel))?.Split('/');
        return kept is [var upTo, var times] ? (uint.Parse(upTo, CultureInfo.InvariantCulture), int.Parse(times, CultureInfo.InvariantCulture)) : (0, 0);
    }

    public Task Stumble(Guid channelId, uint upTo, int times, CancellationToken cancel) =>
        memory.Remember(channelId, StumbleKey, string.Create(CultureInfo.InvariantCulture, $"{upTo}/{times}"), cancel);

    public Task Recover(Guid channelId, CancellationToken cancel) => memory.Forget(channelId, StumbleKey, cancel);
}
