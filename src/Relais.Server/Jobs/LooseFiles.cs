using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>
/// Removes files that nothing has referred to for a day: uploads that were never sent, and what a crash left between a file
/// and its row. A file in use is never touched, nor one that a message in the journal may still name.
/// </summary>
public sealed class LooseFiles(IServiceScopeFactory scopes, FileStore files, TimeProvider clock)
{
    private const int AtOnce = 500;

    private const string NoteUnsentSql =
        "INSERT INTO loose_files (key, channel_id, stored_at) SELECT key, NULL, unsent_since FROM attachments " +
        "WHERE unsent_since < @p0 AND key IS NOT NULL ON CONFLICT DO NOTHING";

    private const string DropUnsentSql = "DELETE FROM attachments WHERE unsent_since < @p0";

    private const string ForgetUsedSql =
        "DELETE FROM loose_files WHERE stored_at < @p0 AND EXISTS (SELECT 1 FROM attachments WHERE attachments.key = loose_files.key)";

    private const string ForgetSql = "DELETE FROM loose_files WHERE key = @p0";

    /// <summary>Later than anybody may still send an upload.</summary>
    private static readonly TimeSpan Age = FileStore.Patience + TimeSpan.FromHours(1);

    public async Task Remove(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var before = clock.GetUtcNow() - Age;
        await NoteUnsent(db, before, cancel);

        // What waits is read before what is stored: whatever is sorted in meanwhile is found by one or the other.
        var waiting = await Waiting(db, cancel);
        var kept = 0;
        while (await Orphans(db, before, kept, cancel) is { Count: > 0 } orphans)
        {
            List<LooseFileRow> lost = [.. orphans.Where(file => !waiting.Any(item => MayName(item, file)))];
            await Remove(db, lost, cancel);
            kept += orphans.Count - lost.Count;
        }
    }

    private static async Task NoteUnsent(RelaisDb db, DateTimeOffset before, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        foreach (var sql in new[] { NoteUnsentSql, DropUnsentSql, ForgetUsedSql }) await db.Dialect.ExecuteMany(db, sql, [[before]], cancel);
        await turn.Commit(cancel);
    }

    private static async Task<List<WaitingItem>> Waiting(RelaisDb db, CancellationToken cancel)
    {
        var items = new List<WaitingItem>();
        foreach (var state in new[] { JournalState.Waiting, JournalState.Quarantined })
        {
            items.AddRange(await db.Journal.IgnoreQueryFilters().Where(item => item.State == state)
                .Select(item => new WaitingItem(item.ChannelId, item.ReceivedAt)).ToListAsync(cancel));
        }

        return items;
    }

    private static Task<List<LooseFileRow>> Orphans(RelaisDb db, DateTimeOffset before, int skip, CancellationToken cancel) =>
        db.LooseFiles.AsNoTracking()
            .Where(file => file.StoredAt < before && !db.Attachments.IgnoreQueryFilters().Any(attachment => attachment.Key == file.Key))
            .OrderBy(file => file.StoredAt).ThenBy(file => file.Key).Skip(skip).Take(AtOnce).ToListAsync(cancel);

    private static bool MayName(WaitingItem item, LooseFileRow file) =>
        item.ChannelId == file.ChannelId && item.ReceivedAt >= file.StoredAt && item.ReceivedAt - file.StoredAt <= Age;

    /// <summary>First the file, then the note of it: a crash between the two is made good next time.</summary>
    private async Task Remove(RelaisDb db, IReadOnlyList<LooseFileRow> orphans, CancellationToken cancel)
    {
        foreach (var file in orphans) files.Delete(file.Key);

        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, ForgetSql, [.. orphans.Select(file => new object?[] { file.Key })], cancel);
        await turn.Commit(cancel);
    }

    private sealed record WaitingItem(Guid ChannelId, DateTimeOffset ReceivedAt);
}
