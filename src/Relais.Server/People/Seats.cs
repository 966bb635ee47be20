using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>Who sits in which team, seen from the member.</summary>
internal static class Seats
{
    /// <summary>From now on the member is in these teams and in no other.</summary>
    /// <exception cref="RuleViolation"><c>team.unknown</c>.</exception>
    public static async Task Seat(
        this RelaisDb db, Guid memberId, IReadOnlyCollection<Guid> teamIds, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        var teams = await db.Teams.ToListAsync(cancel);
        if (teamIds.Except(teams.Select(team => team.Id)).Any())
            throw new RuleViolation("team.unknown", "Choose among the teams of this organisation.");

        foreach (var team in teams)
        {
            var members = team.Members.Select(seat => seat.MemberId).ToList();
            if (members.Contains(memberId) == teamIds.Contains(team.Id)) continue;

            team.Consist(teamIds.Contains(team.Id) ? [.. members, memberId] : [.. members.Where(id => id != memberId)], by, at);
        }
    }

    /// <exception cref="RuleViolation"><c>member.unknown</c>.</exception>
    public static async Task RefuseUnknownMembers(this RelaisDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (await db.Members.CountAsync(member => ids.Contains(member.Id), cancel) != ids.Distinct().Count())
            throw new RuleViolation("member.unknown", "Choose among the members of this organisation.");
    }

    /// <exception cref="RuleViolation"><c>team.unknown</c>.</exception>
    public static async Task RefuseUnknownTeams(this RelaisDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (await db.Teams.CountAsync(team => ids.Contains(team.Id), cancel) != ids.Distinct().Count())
            throw new RuleViolation("team.unknown", "Choose among the teams of this organisation.");
    }
}
