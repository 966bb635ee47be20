namespace Relais.Server.Persistence.Rows;

/// <summary>How much a contact, or all contacts of an organisation, were told by itself within an hour.</summary>
public sealed class AutomaticMessagesRow
{
    /// <summary>The contact, or the organisation.</summary>
    public Guid Subject { get; init; }

    /// <summary>When the hour began.</summary>
    public DateTimeOffset Hour { get; init; }

    public Guid OrganisationId { get; init; }

    public long Count { get; init; }
}
