using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Jobs;

/// <summary>
/// Once an hour: empties journal items that were applied longer ago than any provider repeats itself (their keys stay for
/// ever), forgets merges of contacts and bulk actions that can no longer be undone and notifications read a month ago, removes files nobody refers to, and lets the store look at how much it holds, so that it keeps choosing the right index.
/// </summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, LooseFiles looseFiles, TimeProvider clock, ILogger<Housekeeping> log)
    : Worker(clock, log)
{
    private const string EmptySql = "UPDATE journal SET body = NULL WHERE state = @p0 AND body IS NOT NULL AND received_at < @p1";

    /// <summary>Of a contact that is part of another for good, only the way there is kept.</summary>
    private const string FadeSql =
        "UPDATE contacts SET name = NULL, search_key = '', avatar_url = NULL, email = NULL, phone = NULL, language = NULL, attributes = '[]', version = version + 1 " +
        "WHERE merged_into IS NOT NULL AND id IN (SELECT merged_id FROM contact_merges WHERE at <= @p0)";

    private const string ForgetMergesSql = "DELETE FROM contact_merges WHERE at <= @p0";

    private const string ForgetBulkSql = "DELETE FROM bulk_changes WHERE at <= @p0";

    private const string ForgetReadSql = "DELETE FROM notifications WHERE read_at <= @p0 OR (NOT is_in_app AND at <= @p0)";

    /// <summary>Taken to the mail server by a process that died over it.</summary>
    private const string ForgetMailsSql = "DELETE FROM mails WHERE due_at IS NULL AND created_at <= @p0";

    private const string ForgetAutomaticSql = "DELETE FROM automatic_messages WHERE hour <= @p0";

    /// <summary>What programs were told, and what they answered, stands in the settings for as long as it may help.</summary>
    private static readonly string[] ForgetToldSql =
        ["DELETE FROM agent_events WHERE at <= @p0 AND state NOT IN ('Waiting', 'Sending')", "DELETE FROM agent_answers WHERE at <= @p0"];

    private static readonly TimeSpan KeepRead = TimeSpan.FromDays(30);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(8);
    /// <summary>Who comes a little too late is told why, and not that there never was a merge.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task Round(CancellationToken cancel)
    {
        await Task.Delay(Every, Clock, cancel);
        await Tidy(cancel);
        await looseFiles.Remove(cancel);
    }

    private async Task Tidy(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.ExecuteMany(db, EmptySql, [[JournalState.Done, Clock.GetUtcNow() - Keep]], cancel);
        object?[] expired = [Clock.GetUtcNow() - ContactMerge.Lasts - Grace];
        await db.Dialect.ExecuteMany(db, FadeSql, [expired], cancel);
        await db.Dialect.ExecuteMany(db, ForgetMergesSql, [expired], cancel);
        await db.Dialect.ExecuteMany(db, ForgetBulkSql, [[Clock.GetUtcNow() - Every]], cancel);
        await db.Dialect.ExecuteMany(db, ForgetReadSql, [[Clock.GetUtcNow() - KeepRead]], cancel);
        await db.Dialect.ExecuteMany(db, ForgetMailsSql, [[Clock.GetUtcNow() - Keep]], cancel);
        await db.Dialect.ExecuteMany(db, ChannelMemory.ForgetPartsSql, [[Clock.GetUtcNow() - KeepRead]], cancel);
        await db.Dialect.ExecuteMany(db, ForgetAutomaticSql, [[Clock.GetUtcNow() - Grace]], cancel);
        foreach (var sql in ForgetToldSql) await db.Dialect.ExecuteMany(db, sql, [[Clock.GetUtcNow() - Keep]], cancel);
        await db.Dialect.RefreshStatistics(db, cancel);
        await turn.Commit(cancel);
    }
}
