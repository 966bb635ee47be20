using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Server.People;

namespace Relais.Server.Security;

/// <summary>Who is signed in, what he may do and what he may change of the queue: the first thing a browser asks for.</summary>
public sealed record SessionView(MyselfView Member, OrganisationView Organisation, IReadOnlyList<Permission> Permissions, WorkRules Queue, string CsrfToken)
{
    public static SessionView Of(Member member, Organisation organisation, WorkRules queue, string csrfToken) => new(
        MyselfView.Of(member),
        new OrganisationView(organisation.Id, organisation.Name, organisation.Language),
        member.Role.Permissions(),
        queue,
        csrfToken);
}

public sealed record OrganisationView(Guid Id, string Name, [property: Spoken] string Language);

/// <summary>A member as he sees himself.</summary>
public sealed record MyselfView(
    Guid Id, string Name, string Email, Role Role, [property: Spoken] string Language, string? ShortCode, Availability Availability,
    Guid? AwayStateId, DateTimeOffset StatusSince, DefaultAvailability DefaultAvailability)
{
    public static MyselfView Of(Member member) => new(
        member.Id, member.Name, member.Email, member.Role, member.Language, member.ShortCode, member.Availability,
        member.AwayStateId, member.StatusSince, member.DefaultAvailability);
}
