namespace Relais.Domain.ResolveReasons;

/// <summary>How and why a conversation ends.</summary>
/// <param name="Way">Who or what ends it, and how many at once.</param>
/// <param name="Reason">Null where none is asked for.</param>
/// <param name="Comment">In the words of whoever ends it.</param>
public sealed record Resolution(ResolveWay Way, ResolveReason? Reason = null, string? Comment = null)
{
    /// <summary>Whether its contact may be asked how it was.</summary>
    public bool MayBeSurveyed { get; init; } = true;

    public static readonly Resolution ByHand = new(ResolveWay.ByHand);
}
