using Relais.Domain.Shared;

namespace Relais.Domain.People;

public enum LinkPurpose
{
    Invitation,
    PasswordReset,
}

/// <summary>An address that lets one person in once: to join, or to choose a new password. Only a hash of its token is kept.</summary>
public sealed class Link : Entity
{
    private Link()
    {
    }

    public Link(Member member, LinkPurpose purpose, byte[] tokenHash, DateTimeOffset at)
    {
        OrganisationId = member.OrganisationId;
        MemberId = member.Id;
        Purpose = purpose;
        TokenHash = tokenHash;
        ExpiresAt = at + (purpose == LinkPurpose.Invitation ? TimeSpan.FromHours(72) : TimeSpan.FromHours(1));
    }

    public Guid MemberId { get; private init; }

    public LinkPurpose Purpose { get; private init; }

    /// <summary>SHA-256 of the token in the address.</summary>
    public byte[] TokenHash { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsUsableAt(DateTimeOffset at) => UsedAt is null && at < ExpiresAt;

    /// <exception cref="RuleViolation"><c>link.expired</c>.</exception>
    public void Use(DateTimeOffset at)
    {
        if (!IsUsableAt(at))
            throw new RuleViolation("link.expired", "Ask an administrator for a new link.");

        UsedAt = at;
        Touch();
    }
}
