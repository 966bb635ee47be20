namespace Relais.Server.Persistence.Rows;

/// <summary>A mail on its way to a member or a contact. Gone once it has been sent.</summary>
public sealed class MailRow
{
    public Guid Id { get; init; } = Relais.Domain.Shared.Ids.Next();

    public Guid OrganisationId { get; init; }

    /// <summary>Whom it is for.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The whole mail, as it is sent: trying again sends the same one.</summary>
    public byte[] Content { get; init; } = [];

    public int Attempt { get; init; }

    /// <summary>When it may be tried; null = somebody has taken it to the mail server.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
