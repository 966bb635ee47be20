using Relais.Domain.Broadcasts;
using Relais.Domain.Conversations;

namespace Relais.Server.Broadcasts;

/// <summary>A broadcast, and what became of it so far.</summary>
/// <param name="Template">What the provider calls the template.</param>
/// <param name="Values">What fills its gaps, placeholders included.</param>
/// <param name="Since">Since when it is in its state.</param>
/// <param name="Trouble">Why Relais paused it by itself; null when it did not.</param>
/// <param name="AudienceName">The group or the file it was made of.</param>
/// <param name="WithoutAddress">So many were meant and have no address on the channel.</param>
/// <param name="By">As whoever made it was called.</param>
public sealed record BroadcastView(
    Guid Id,
    string Name,
    Guid ChannelId,
    string Template,
    string Language,
    IReadOnlyList<string> Values,
    AudienceKind Audience,
    string? AudienceName,
    int WithoutAddress,
    BroadcastState State,
    DateTimeOffset StartAt,
    DateTimeOffset Since,
    BroadcastTrouble? Trouble,
    BroadcastCounts Counts,
    string By,
    DateTimeOffset CreatedAt)
{
    public static BroadcastView Of(Broadcast row) => new(
        row.Id, row.Name, row.ChannelId, row.Template, row.Language, row.Values, row.Audience, row.AudienceName, row.WithoutAddress, row.State, row.StartAt, row.Since,
        row.Trouble is { } code ? new BroadcastTrouble(code, row.TroubleWords) : null, row.Counts, row.By, row.CreatedAt);
}

/// <summary>Why nothing leaves.</summary>
/// <param name="Code">One of the channel's, or <c>channel.failing</c>, <c>channel.disconnected</c>.</param>
/// <param name="Words">The provider's.</param>
public sealed record BroadcastTrouble(string Code, string? Words);

/// <summary>How many are left out for one reason.</summary>
public sealed record LeftOutCount(LeftOutReason Reason, int Count)
{
    internal static IReadOnlyList<LeftOutCount> Of(IEnumerable<KeyValuePair<LeftOutReason, int>> counts, int withoutAddress)
    {
        var all = counts.Select(one => new LeftOutCount(one.Key, one.Value));
        if (withoutAddress > 0) all = all.Append(new LeftOutCount(LeftOutReason.NoAddress, withoutAddress));
        return [.. all.OrderByDescending(one => one.Count).ThenBy(one => one.Reason)];
    }
}

/// <summary>How far the message to one person got.</summary>
public enum ProactiveStatus
{
    Waiting,

    /// <summary>On its way to the provider, or lost on it.</summary>
    Underway,
    Sent,
    Delivered,
    Read,
    Failed,
    LeftOut,
}

public static class ProactiveStatuses
{
    /// <param name="state">Of the row.</param>
    /// <param name="delivery">Of its message; null while there is none.</param>
    public static ProactiveStatus StatusOf(ProactiveState state, DeliveryStatus? delivery) => (state, delivery) switch
    {
        (ProactiveState.Waiting, _) => ProactiveStatus.Waiting,
        (ProactiveState.LeftOut, _) => ProactiveStatus.LeftOut,
        (_, DeliveryStatus.Sent) => ProactiveStatus.Sent,
        (_, DeliveryStatus.Delivered) => ProactiveStatus.Delivered,
        (_, DeliveryStatus.Read) => ProactiveStatus.Read,
        (_, DeliveryStatus.Failed) => ProactiveStatus.Failed,
        _ => ProactiveStatus.Underway,
    };
}
