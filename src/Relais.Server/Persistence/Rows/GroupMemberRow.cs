namespace Relais.Server.Persistence.Rows;

/// <summary>That a contact belongs to a contact group.</summary>
public sealed class GroupMemberRow
{
    public Guid OrganisationId { get; init; }

    public Guid ContactId { get; init; }

    public Guid GroupId { get; init; }
}
