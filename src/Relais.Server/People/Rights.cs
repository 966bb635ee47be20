using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>What members may see has changed: their live lines end and come back with what they may see now.</summary>
public sealed class Rights(RelaisDb db, Presence presence)
{
    /// <summary>After the commit. Administrators see everything anyway.</summary>
    public async Task Changed(Guid organisationId, CancellationToken cancel)
    {
        var admins = await db.Members.Where(member => member.Role == Role.Admin).Select(member => member.Id).ToListAsync(cancel);
        foreach (var memberId in presence.OnLine(organisationId).Except(admins))
            await presence.Dismiss(memberId, "rights.changed");
    }
}
