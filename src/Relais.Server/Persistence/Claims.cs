using Microsoft.EntityFrameworkCore;

namespace Relais.Server.Persistence;

/// <summary>How workers share what is due.</summary>
internal static class Claims
{
    /// <summary>Marks what is due as taken before it is done, so that nobody else does the same and a crash only delays it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="claims">The lock of those who claim; whoever comes second goes empty-handed.</param>
    /// <param name="due">What is due, as much as one takes at once, in its order.</param>
    /// <param name="take">Moves the next try on.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<List<T>> Claim<T>(this RelaisDb db, long claims, IQueryable<T> due, Action<T> take, CancellationToken cancel)
        where T : class
    {
        if (!await due.AnyAsync(cancel)) return [];

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, claims, cancel)) return [];

        var rows = await due.ToListAsync(cancel);
        foreach (var row in rows) take(row);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return rows;
    }
}
