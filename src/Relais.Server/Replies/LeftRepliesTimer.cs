using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Replies;

/// <summary>Deletes what a member left behind and nobody took over in time.</summary>
public sealed class LeftRepliesTimer : ITimedEffect
{
    public const string Name = "leftReplies";

    public string Kind => Name;

    public async Task Fire(RelaisDb db, TimerRow timer, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.ReplyCollections.FirstOrDefaultAsync(row => row.Id == timer.Subject && row.OfferedUntil == timer.DueAt, cancel) is { } left)
            await db.RemoveWhole(left, Actor.System, now, cancel);
    }
}

internal static class LeftReplies
{
    /// <summary>A member leaves: administrators may take over what he had written.</summary>
    public static async Task OfferReplies(this RelaisDb db, Guid memberId, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var collection in await db.ReplyCollections.Where(row => row.OwnerId == memberId).ToListAsync(cancel)) collection.Offer(by, at);
    }

    /// <summary>He is back, and what is left of it is his again.</summary>
    public static async Task KeepReplies(this RelaisDb db, Guid memberId, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var collection in await db.ReplyCollections.Where(row => row.OwnerId == memberId).ToListAsync(cancel)) collection.Keep(by, at);
    }
}
