using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>The teams of a member, and what they mean for him together.</summary>
/// <param name="RoutedTeamIds">Those of them that see only what is routed to them.</param>
public sealed record TeamRules(IReadOnlyList<Guid> TeamIds, IReadOnlyList<Guid> RoutedTeamIds, WorkRules Work);

public static class TeamRulesOfMember
{
    public static async Task<TeamRules> RulesOf(this RelaisDb db, Member member, CancellationToken cancel)
    {
        // Without the other members, who would be loaded with a whole team.
        var teams = await db.Teams.Where(team => team.Members.Any(seat => seat.MemberId == member.Id))
            .Select(team => new
            {
                team.Id,
                Settings = new TeamSettings(
                    team.SeesOnlyRouted, team.Limit, team.CountsPending, team.MayFilter, team.MaySort, team.Sort, team.MayChooseChannels),
            })
            .ToListAsync(cancel);
        return new TeamRules(
            [.. teams.Select(team => team.Id)],
            [.. teams.Where(team => team.Settings.SeesOnlyRouted).Select(team => team.Id)],
            WorkRules.Of(member.Role, [.. teams.Select(team => team.Settings)]));
    }
}
