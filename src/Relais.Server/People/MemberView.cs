using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>A colleague as every member sees him.</summary>
public sealed record MemberView(
    Guid Id,
    string Name,
    string Email,
    Role Role,
    [property: Spoken] string Language,
    string? ShortCode,
    IReadOnlyList<Guid> TeamIds,
    MemberStatus Status,
    PresenceState Presence)
{
    public static MemberView Of(Member member, IReadOnlyList<Guid> teamIds, PresenceState presence) => new(
        member.Id, member.Name, member.Email, member.Role, member.Language, member.ShortCode, teamIds, member.Status, presence);
}

public static class Colleagues
{
    /// <summary>The teams of one member, in a lasting order.</summary>
    public static async Task<IReadOnlyList<Guid>> TeamsOf(this RelaisDb db, Guid memberId, CancellationToken cancel) =>
        await db.Teams.Where(team => team.Members.Any(one => one.MemberId == memberId)).OrderBy(team => team.Id).Select(team => team.Id).ToListAsync(cancel);
}
