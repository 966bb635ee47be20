namespace Relais.Domain.Conversations;

/// <summary>How far an answer got. It only moves forward.</summary>
public enum DeliveryStatus
{
    /// <summary>Not something that is delivered.</summary>
    None,

    /// <summary>Written beforehand: it leaves at its time.</summary>
    Scheduled,
    Queued,
    Sending,

    /// <summary>We asked and heard no answer: it may have been sent.</summary>
    Unknown,
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>What is known of a delivery.</summary>
/// <param name="Status">How far it got.</param>
/// <param name="At">When, by the provider's clock where it tells.</param>
/// <param name="ExternalId">The provider's id of the message.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="Reason">Why it failed, in the provider's words.</param>
public sealed record DeliveryReport(
    DeliveryStatus Status, DateTimeOffset At, string? ExternalId = null, string? Code = null, string? Reason = null);

public static class DeliveryOrder
{
    /// <summary>
    /// Forward only: queued, sending, unknown, sent, delivered, read. A failure ends it, unless the provider later says
    /// that it arrived after all. What is scheduled is not on its way yet. Sending may go back to queued, when the provider asked us to come again.
    /// </summary>
    public static bool MayBecome(this DeliveryStatus from, DeliveryStatus to) => (from, to) switch
    {
        (DeliveryStatus.None or DeliveryStatus.Scheduled, _) or (_, DeliveryStatus.None or DeliveryStatus.Scheduled) => false,
        (DeliveryStatus.Sending, DeliveryStatus.Queued) => true,
        (DeliveryStatus.Failed, DeliveryStatus.Delivered or DeliveryStatus.Read) => true,
        (DeliveryStatus.Failed, _) => false,
        (DeliveryStatus.Delivered or DeliveryStatus.Read, DeliveryStatus.Failed) => false,
        _ => to > from,
    };
}
