using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Surveys;

/// <summary>Whom a survey concerns besides its contact.</summary>
internal static class Audience
{
    /// <summary>Administrators, and the supervisors who see the channel: they are told of a bad score.</summary>
    public static async Task<IReadOnlyList<Guid>> Supervising(this RelaisDb db, Conversation conversation, CancellationToken cancel) =>
        await db.Members.IgnoreQueryFilters()
            .Where(member => member.OrganisationId == conversation.OrganisationId && member.Status == MemberStatus.Active
                && (member.Role == Role.Admin || (member.Role == Role.Supervisor && db.Channels.IgnoreQueryFilters().Any(channel => channel.Id == conversation.ChannelId
                    && (channel.Everyone || channel.Access.Any(access => access.MemberId == member.Id
                        || (access.TeamId != null && db.Teams.IgnoreQueryFilters().Any(team => team.Id == access.TeamId && team.Members.Any(seat => seat.MemberId == member.Id)))))))))
            .OrderBy(member => member.Id).Select(member => member.Id).ToListAsync(cancel);

    /// <summary>Whether a member is here, available, and may still answer on a channel.</summary>
    public static async Task<bool> IsAtWork(this RelaisDb db, Guid memberId, Guid channelId, DateTimeOffset now, CancellationToken cancel) =>
        await db.Members.IgnoreQueryFilters().AnyAsync(
            member => member.Id == memberId && member.Status == MemberStatus.Active && member.Role != Role.Viewer && member.Availability == Availability.Available
                && (member.Role == Role.Admin || db.Channels.IgnoreQueryFilters().Any(channel => channel.Id == channelId
                    && (channel.Everyone || channel.Access.Any(access => access.MemberId == member.Id
                        || (access.TeamId != null && db.Teams.IgnoreQueryFilters().Any(team => team.Id == access.TeamId && team.Members.Any(seat => seat.MemberId == member.Id))))))),
            cancel)
        && await db.StillHere(now).IgnoreQueryFilters().AnyAsync(line => line.MemberId == memberId, cancel);
}
