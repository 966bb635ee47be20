namespace Relais.Domain.People;

/// <summary>How long a member was here in one status, without a break: what reports of working time add up. Who has none that is
/// still open is offline.</summary>
public sealed class StatusSpan
{
    private StatusSpan()
    {
    }

    public StatusSpan(Member member, AwayState? awayState, DateTimeOffset at)
    {
        OrganisationId = member.OrganisationId;
        MemberId = member.Id;
        Availability = member.Availability;
        AwayStateId = awayState?.Id;
        AwayStateName = awayState?.Name;
        BeganAt = at;
    }

    public Guid Id { get; private init; } = Shared.Ids.Next();

    public Guid OrganisationId { get; private init; }

    public Guid MemberId { get; private init; }

    public Availability Availability { get; private init; }

    public Guid? AwayStateId { get; private init; }

    /// <summary>As it was called then.</summary>
    public string? AwayStateName { get; private init; }

    public DateTimeOffset BeganAt { get; private init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool Tells(Member member) => Availability == member.Availability && AwayStateId == member.AwayStateId;

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
