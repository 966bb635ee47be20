using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Security;

/// <summary>Turns a session into the member it belongs to, with what he may see now. Asked at every request, so that a right
/// withdrawn is gone at once; long-lived connections ask again.</summary>
public sealed class Entrance(RelaisDb db, CurrentMember me, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>
    /// False: the session is none, has ended, or its member left. It is not called off with a request that is aborted: all of them begin with
    /// it, and a statement that is stopped while its connection prepares it leaves that connection in disorder.
    /// </summary>
    public async Task<bool> Enter(SessionCookie session)
    {
        var cancel = CancellationToken.None;
        if (session.Since + Longest < clock.GetUtcNow()) return false;

        var found = await (
            from account in db.Users
            join member in db.Members on account.MemberId equals member.Id
            where account.Id == session.AccountId
            select new { account.SecurityStamp, Member = member })
            .IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null || !found.Member.IsActive || found.SecurityStamp != session.Stamp) return false;

        await Admit(found.Member, cancel);
        return true;
    }

    /// <summary>From now on it is he who looks: for those who know already that he may.</summary>
    public async Task Admit(Member member, CancellationToken cancel)
    {
        db.Scope = member.OrganisationId;
        var rules = await db.RulesOf(member, cancel);
        me.Become(member, await SightOf(member, rules, cancel), rules.Work);
    }

    /// <summary>Administrators see every channel; others those that are open to everyone, to a team of theirs, or to them.</summary>
    private async Task<Sight> SightOf(Member member, TeamRules teams, CancellationToken cancel)
    {
        if (member.Role == Role.Admin) return Sight.OfAll(member.Id);

        Guid?[] ids = [.. teams.TeamIds];
        var seen = db.Channels.Where(channel => channel.Everyone
            || channel.Access.Any(access => access.MemberId == member.Id || (access.TeamId != null && ids.Contains(access.TeamId))));
        var channelIds = await seen.Select(channel => channel.Id).ToHashSetAsync(cancel);
        Guid?[] free = [.. teams.TeamIds.Except(teams.RoutedTeamIds)];
        if (teams.RoutedTeamIds.Count == 0) return Sight.OfChannels(member.Id, channelIds);

        // Rights add up: one way to see all of a channel is enough.
        var whole = await seen.Where(channel => (channel.Everyone && free.Length > 0)
            || channel.Access.Any(access => access.MemberId == member.Id || (access.TeamId != null && free.Contains(access.TeamId))))
            .Select(channel => channel.Id).ToListAsync(cancel);
        return new Sight(
            member.Id, channelIds, channelIds.Except(whole).ToHashSet(), teams.RoutedTeamIds.ToHashSet());
    }
}
