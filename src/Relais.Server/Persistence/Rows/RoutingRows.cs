namespace Relais.Server.Persistence.Rows;

/// <summary>That a conversation was routed to a team: the searchable side of what the conversation itself says.</summary>
public sealed class ConversationTeamRow
{
    public Guid ConversationId { get; init; }

    public Guid TeamId { get; init; }

    public Guid OrganisationId { get; init; }
}

/// <summary>Why a conversation is where it is, as it was told when it was decided.</summary>
public sealed class RoutingDecisionRow
{
    public Guid ConversationId { get; init; }

    public Guid OrganisationId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The decision as JSON.</summary>
    public string Body { get; init; } = "";
}

/// <summary>That the open conversations of one contact are to be routed again: something rules look at has changed.</summary>
public sealed class ContactReroutingRow
{
    public Guid ContactId { get; init; }

    public Guid OrganisationId { get; init; }
}

/// <summary>That an organisation's open conversations are being routed again, and how far that is.</summary>
public sealed class ReroutingRow
{
    public Guid OrganisationId { get; init; }

    /// <summary>The edition of the rules this is for.</summary>
    public long Edition { get; init; }

    /// <summary>Threads up to this one have been looked at.</summary>
    public Guid After { get; init; }
}
