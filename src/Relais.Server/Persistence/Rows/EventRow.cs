namespace Relais.Server.Persistence.Rows;

/// <summary>One thing that happened: audit trail, live screens, reactions and reports all read this table.</summary>
public sealed class EventRow
{
    public Guid OrganisationId { get; init; }

    /// <summary>Gap-free in commit order within the organisation.</summary>
    public long Position { get; init; }

    public string Kind { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>Decides who may see it; null = every member of the organisation.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>With the channel, decides who may see what does not say so itself: the teams of the conversation, by commas.</summary>
    public string TeamIds { get; init; } = "";

    /// <inheritdoc cref="TeamIds"/>
    public Guid? AssigneeId { get; init; }

    public Guid? ThreadId { get; init; }

    public Guid? ConversationId { get; init; }

    /// <summary>Whether it stands as a line in the conversation's audit trail.</summary>
    public bool Trail { get; init; }

    /// <summary>The event as clients get it, as JSON without its position.</summary>
    public string Body { get; init; } = "";
}
