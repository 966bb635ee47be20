using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>
/// Writes down whether the account behind a channel works, whoever found out: who sends, who listens, or who looked on purpose.
/// Apart from what he was doing: two may find out the same at once, and nobody's answer must suffer for it.
/// </summary>
public sealed class ChannelStanding(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="organisationId">Whose channel it is.</param>
    /// <param name="channelId">Which.</param>
    /// <param name="problem">Why it does not work, as <c>code: details</c>; null when it works.</param>
    /// <param name="cancel">Calls it off.</param>
    public async Task Judge(Guid organisationId, Guid channelId, string? problem, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.ChannelStanding, cancel)) return;

        var channel = await db.Channels.FirstOrDefaultAsync(row => row.Id == channelId, cancel);
        if (problem is null) channel?.Recover(Actor.System, clock.GetUtcNow());
        else channel?.Fail(problem, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
    }
}
