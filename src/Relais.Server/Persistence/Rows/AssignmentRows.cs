namespace Relais.Server.Persistence.Rows;

/// <summary>Who was given a conversation automatically and why, as it was told then.</summary>
public sealed class AssignmentDecisionRow
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public Guid ConversationId { get; init; }

    public Guid MemberId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The decision as JSON.</summary>
    public string Body { get; init; } = "";
}

/// <summary>When a member was last given a conversation automatically.</summary>
public sealed class LastGivenRow
{
    public Guid OrganisationId { get; init; }

    public Guid MemberId { get; init; }

    public DateTimeOffset At { get; init; }
}
