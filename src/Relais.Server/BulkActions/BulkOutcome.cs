namespace Relais.Server.BulkActions;

/// <summary>How one conversation fared in a bulk action.</summary>
public enum BulkResult
{
    Done,

    /// <summary>It was like that already.</summary>
    Unchanged,

    /// <summary>It said no, as it would have alone.</summary>
    Refused,

    /// <summary>It is no longer as it was on the screen of whoever asked: somebody else was faster.</summary>
    Changed,

    /// <summary>There is no such conversation for this member any more.</summary>
    Gone,
}

/// <summary>What came of one conversation.</summary>
/// <param name="Code">Why it refused, as alone.</param>
/// <param name="Params">What the sentence for the code needs.</param>
public sealed record BulkOutcome(
    Guid ConversationId, BulkResult Result, string? Code = null, IReadOnlyDictionary<string, object?>? Params = null);
