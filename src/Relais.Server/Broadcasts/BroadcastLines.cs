using Relais.Domain.Broadcasts;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;

namespace Relais.Server.Broadcasts;

/// <summary>One person of a broadcast, and what became of his message.</summary>
/// <param name="Address">His id on the channel, or what stood in the list.</param>
/// <param name="Line">In the list.</param>
/// <param name="LeftOut">Why he is not written to.</param>
/// <param name="Code">Why it failed, as a code the channel's texts explain.</param>
/// <param name="Words">The same in the provider's words.</param>
/// <param name="At">When it was last known to move.</param>
public sealed record BroadcastLine(
    Guid Id, string? Name, string? Address, int? Line, ProactiveStatus Status, LeftOutReason? LeftOut, string? Code, string? Words, Guid? ConversationId, DateTimeOffset? At);

internal static class BroadcastLines
{
    /// <summary>In the order in which they are written to.</summary>
    /// <param name="only">Null = all.</param>
    public static IQueryable<Row> LinesOf(this RelaisDb db, Guid broadcastId, ProactiveStatus? only = null)
    {
        var rows =
            from row in db.ProactiveMessages
            where row.BroadcastId == broadcastId
            join message in db.Messages on row.MessageId equals (Guid?)message.Id into messages
            from message in messages.DefaultIfEmpty()
            orderby row.Id
            select new Row
            {
                Id = row.Id,
                Name = row.Name,
                Address = row.Address,
                Line = row.Line,
                State = row.State,
                LeftOut = row.Reason,
                ConversationId = row.ConversationId,
                WrittenAt = row.WrittenAt,
                Delivery = message == null ? null : message.Delivery,
                DeliveryAt = message == null ? null : message.DeliveryAt,
                Code = message == null ? null : message.DeliveryCode,
                Words = message == null ? null : message.DeliveryReason,
            };
        return only switch
        {
            null => rows,
            ProactiveStatus.Waiting => rows.Where(row => row.State == ProactiveState.Waiting),
            ProactiveStatus.LeftOut => rows.Where(row => row.State == ProactiveState.LeftOut),
            ProactiveStatus.Sent => rows.Where(row => row.Delivery == DeliveryStatus.Sent),
            ProactiveStatus.Delivered => rows.Where(row => row.Delivery == DeliveryStatus.Delivered),
            ProactiveStatus.Read => rows.Where(row => row.Delivery == DeliveryStatus.Read),
            ProactiveStatus.Failed => rows.Where(row => row.Delivery == DeliveryStatus.Failed),
            _ => rows.Where(row => row.Delivery == DeliveryStatus.Queued || row.Delivery == DeliveryStatus.Sending || row.Delivery == DeliveryStatus.Unknown),
        };
    }

    /// <summary>A person of a broadcast as the store holds him.</summary>
    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public string? Name { get; init; }

        public string? Address { get; init; }

        public int? Line { get; init; }

        public ProactiveState State { get; init; }

        public LeftOutReason? LeftOut { get; init; }

        public Guid? ConversationId { get; init; }

        public DateTimeOffset? WrittenAt { get; init; }

        public DeliveryStatus? Delivery { get; init; }

        public DateTimeOffset? DeliveryAt { get; init; }

        public string? Code { get; init; }

        public string? Words { get; init; }

        public BroadcastLine AsLine() => new(
            Id, Name, Address, Line, ProactiveStatuses.StatusOf(State, Delivery), LeftOut, Code, Words, ConversationId, DeliveryAt ?? WrittenAt);
    }
}
