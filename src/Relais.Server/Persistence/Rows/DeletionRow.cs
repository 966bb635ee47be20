namespace Relais.Server.Persistence.Rows;

/// <summary>What is still to be removed of a contact who was deleted, and how far that is. Gone itself once nothing is left.</summary>
public sealed class DeletionRow
{
    public Guid DeletedContactId { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>He and all who had become part of him.</summary>
    public required List<Guid> ContactIds { get; init; }

    public required List<Guid> ThreadIds { get; init; }

    public required List<Guid> ConversationIds { get; init; }

    public required List<Guid> ChannelIds { get; init; }

    /// <summary>By which ids the providers know him.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Not to be begun before: everybody who was at work with him then is done, and every node has told what it had to tell.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Events after this one say nothing of him; null until the work begins.</summary>
    public long? LastEvent { get; set; }

    /// <summary>Events up to this one no longer say anything of him.</summary>
    public long Events { get; set; }

    /// <summary>What came in through the doors after this has nothing of him.</summary>
    public long LastItem { get; set; }

    /// <summary>Items up to this one have nothing of him any more.</summary>
    public long Items { get; set; }
}
