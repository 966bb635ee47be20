using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>A team with its members, the channels that are opened to it by name, and how it works.</summary>
public sealed record TeamView(Guid Id, string Name, IReadOnlyList<Guid> MemberIds, IReadOnlyList<Guid> ChannelIds, TeamSettings Settings)
{
    public static async Task<TeamView> Of(Team team, RelaisDb db, CancellationToken cancel) => new(
        team.Id,
        team.Name,
        [.. team.Members.Select(seat => seat.MemberId).Order()],
        await db.Channels.Where(channel => channel.Access.Any(access => access.TeamId == team.Id))
            .OrderBy(channel => channel.Id).Select(channel => channel.Id).ToListAsync(cancel),
        team.Settings);
}
