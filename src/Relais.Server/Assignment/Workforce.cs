using Microsoft.EntityFrameworkCore;
using Relais.Domain.Assignment;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>
/// Reads who may be given work, as the store has it now: teams that give, their members, who is here, loads and limits. A node
/// that has not heard of a line another one holds decides like that one.
/// </summary>
public sealed class Workforce(TimeProvider clock)
{
    /// <summary>Null when no team gives work.</summary>
    public async Task<Roster?> Of(RelaisDb db, CancellationToken cancel)
    {
        var teams = await db.Teams.AsNoTracking().Where(team => team.Members.Any()).ToListAsync(cancel);
        var giving = teams.Where(team => team.Limit is not null).ToList();
        if (giving.Count == 0) return null;

        var here = await db.StandingOf(clock.GetUtcNow(), cancel);
        var loads = await Loads(db, cancel);
        var given = await db.LastGiven.ToDictionaryAsync(row => row.MemberId, row => row.At, cancel);
        var agents =
            from member in await Members(db, giving, cancel)
            let own = teams.Where(team => team.Members.Any(seat => seat.MemberId == member.Id)).ToList()
            let rules = WorkRules.Of(member.Role, [.. own.Select(team => team.Settings)])
            select new Agent(
                member.Id,
                member.Name,
                Hindrance(member.Role, here.GetValueOrDefault(member.Id, PresenceState.Offline)),
                rules.Limit!.Value,
                loads[member.Id].Where(load => load.State == ConversationState.New || rules.CountsPending).Sum(load => load.Count),
                given.TryGetValue(member.Id, out var at) ? at : null,
                [.. own.Where(team => team.Limit is not null).Select(team => team.Id)]);
        return new Roster(await Crews(db, giving, cancel), agents);
    }

    private static async Task<List<Member>> Members(RelaisDb db, List<Team> teams, CancellationToken cancel)
    {
        var ids = teams.SelectMany(team => team.Members).Select(seat => seat.MemberId).Distinct().ToArray();
        return await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id) && member.Status == MemberStatus.Active)
            .OrderBy(member => member.Name).ThenBy(member => member.Id).ToListAsync(cancel);
    }

    private static Standing? Hindrance(Role role, PresenceState presence) =>
        !role.May(Permission.AnswerConversations) ? Standing.MayNotAnswer
        : presence == PresenceState.Available ? null
        : presence == PresenceState.Away ? Standing.Away
        : Standing.Offline;

    private static async Task<ILookup<Guid, (ConversationState State, int Count)>> Loads(RelaisDb db, CancellationToken cancel)
    {
        var counts = await db.QueueCounts.AsNoTracking()
            .Where(row => row.State != ConversationState.Resolved && row.AssigneeId != Guid.Empty && row.Count != 0)
            .Select(row => new { row.AssigneeId, row.State, row.Count }).ToListAsync(cancel);
        return counts.ToLookup(row => row.AssigneeId, row => (row.State, row.Count));
    }

    private static async Task<List<Crew>> Crews(RelaisDb db, List<Team> teams, CancellationToken cancel)
    {
        var channels = await db.Channels.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. teams.Select(team => new Crew(
                team.Id,
                team.Name,
                channels.Where(channel => channel.Everyone || channel.Access.Any(access => access.TeamId == team.Id)).Select(channel => channel.Id).ToHashSet())),
        ];
    }
}
