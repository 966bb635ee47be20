using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Channels;
using Relais.Server.Persistence;

namespace Relais.Server.Broadcasts;

/// <summary>Finds out whether going on with a broadcast would be in vain: the channel fails, or what was refused would be refused to everybody.</summary>
internal sealed class Troubles(RelaisDb db, ConnectedChannels channels)
{
    private const string Failing = "channel.failing";
    private const string Disconnected = "channel.disconnected";

    /// <summary>Null when all is well.</summary>
    public async Task<BroadcastTrouble?> Of(Broadcast broadcast, CancellationToken cancel)
    {
        if (broadcast.State != BroadcastState.Sending) return null;

        var channel = await db.Channels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == broadcast.ChannelId, cancel);
        if (channel is null or { Status: ChannelStatus.Disabled } || await channels.Find(db, channel.Id, cancel) is not { } connected) return new BroadcastTrouble(Disconnected, null);
        if (channel.Status == ChannelStatus.Failing) return new BroadcastTrouble(Failing, channel.Problem);

        var kind = channels.KindOf(connected);
        var refusals = await db.ProactiveMessages.Where(row => row.BroadcastId == broadcast.Id)
            .Join(db.Messages, row => row.MessageId, message => (Guid?)message.Id, (_, message) => message)
            .Where(message => message.Delivery == DeliveryStatus.Failed && message.DeliveryCode != null && message.DeliveryAt >= broadcast.Since)
            .Select(message => new { message.DeliveryCode, message.DeliveryReason }).Distinct().ToListAsync(cancel);
        var refusal = refusals.Find(one => one.DeliveryCode == Dispatch.GaveUp || kind.RefusesAll(one.DeliveryCode!));
        return refusal is null ? null : new BroadcastTrouble(refusal.DeliveryCode!, refusal.DeliveryReason);
    }
}

/// <summary>How far a broadcast is.</summary>
internal static class BroadcastCounting
{
    public static async Task<BroadcastCounts> CountsOf(this RelaisDb db, Guid broadcastId, CancellationToken cancel)
    {
        var rows = db.ProactiveMessages.AsNoTracking().Where(row => row.BroadcastId == broadcastId);
        var steps = await (
            from row in rows
            join message in db.Messages on row.MessageId equals (Guid?)message.Id into messages
            from message in messages.DefaultIfEmpty()
            group row by new { row.State, Delivery = message == null ? (DeliveryStatus?)null : message.Delivery } into step
            select new { step.Key.State, step.Key.Delivery, Count = step.Count() }).ToListAsync(cancel);
        var answered = await rows.CountAsync(
            row => db.Messages.Any(reply => reply.ThreadId == row.ThreadId && reply.Direction == Direction.In && reply.Id > row.MessageId), cancel);
        var counted = steps.ToLookup(step => ProactiveStatuses.StatusOf(step.State, step.Delivery), step => step.Count);
        int Of(params ProactiveStatus[] statuses) => statuses.Sum(status => counted[status].Sum());

        return new BroadcastCounts(
            Of(ProactiveStatus.Waiting),
            Of(ProactiveStatus.Underway),
            Of(ProactiveStatus.Sent, ProactiveStatus.Delivered, ProactiveStatus.Read),
            Of(ProactiveStatus.Delivered, ProactiveStatus.Read),
            Of(ProactiveStatus.Read),
            Of(ProactiveStatus.Failed),
            Of(ProactiveStatus.LeftOut),
            answered);
    }
}
