using Microsoft.EntityFrameworkCore;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>Small things a channel kind must remember: durable, by channel and key.</summary>
public sealed class ChannelMemory(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string RememberSql =
        "INSERT INTO channel_state (channel_id, key, value, updated_at) VALUES (@p0, @p1, @p2, @p3) " +
        "ON CONFLICT (channel_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at";

    private const string FirstSql =
        "INSERT INTO channel_state (channel_id, key, value, updated_at) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING";

    private const string HoldSql =
        "INSERT INTO channel_state (channel_id, key, value, updated_at) VALUES (@p0, @p1, @p2, @p3) " +
        "ON CONFLICT (channel_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at " +
        "WHERE channel_state.value = excluded.value OR channel_state.updated_at < @p4";

    private const string LetGoSql = "DELETE FROM channel_state WHERE channel_id = @p0 AND key = @p1 AND value = @p2";

    private const string ForgetSql = "DELETE FROM channel_state WHERE channel_id = @p0 AND key = @p1";

    private const string LearnedPrefix = "learned:";

    public async Task<string?> Recall(Guid channelId, string key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        return await db.ChannelStates.AsNoTracking().Where(row => row.ChannelId == channelId && row.Key == key)
            .Select(row => row.Value).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The first values in the order of their keys.</summary>
    public async Task<IReadOnlyList<string>> RecallFirst(Guid channelId, int limit, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        return await db.ChannelStates.AsNoTracking().Where(row => row.ChannelId == channelId)
            .OrderBy(row => row.Key).Take(limit).Select(row => row.Value).ToListAsync(cancel);
    }

    public Task Remember(Guid channelId, string key, string value, CancellationToken cancel) =>
        Write(RememberSql, [channelId, key, value, clock.GetUtcNow()], cancel);

    /// <summary>Remembers what a kind must know where it may not ask: it stands in <see cref="ConnectedChannel.Learned"/> a moment later.</summary>
    public Task Learn(Guid channelId, string what, string value, CancellationToken cancel) => Remember(channelId, LearnedPrefix + what, value, cancel);

    public Task Unlearn(Guid channelId, string what, CancellationToken cancel) => Forget(channelId, LearnedPrefix + what, cancel);

    internal static async Task<IReadOnlyDictionary<string, string>> LearnedOf(RelaisDb db, Guid channelId, CancellationToken cancel) =>
        await db.ChannelStates.AsNoTracking().Where(row => row.ChannelId == channelId && row.Key.StartsWith(LearnedPrefix))
            .ToDictionaryAsync(row => row.Key.Substring(LearnedPrefix.Length), row => row.Value, cancel);

    /// <summary>Remembers it only where nothing was. Of several at once exactly one gets true.</summary>
    public async Task<bool> RememberFirst(Guid channelId, string key, string value, CancellationToken cancel) =>
        await Write(FirstSql, [channelId, key, value, clock.GetUtcNow()], cancel) == 1;

    /// <summary>Takes or renews what one at a time may hold; who has not renewed it for so long has lost it.</summary>
    /// <returns>False while another holds it.</returns>
    public async Task<bool> Hold(Guid channelId, string key, string holder, TimeSpan lease, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await Write(HoldSql, [channelId, key, holder, now, now - lease], cancel) == 1;
    }

    public Task LetGo(Guid channelId, string key, string holder, CancellationToken cancel) => Write(LetGoSql, [channelId, key, holder], cancel);

    public Task Forget(Guid channelId, string key, CancellationToken cancel) => Write(ForgetSql, [channelId, key], cancel);

    /// <summary>
    /// Brings an answer that is two messages to its provider: first the file, then the words. That the file is there is remembered, so
    /// that words which must be tried again bring no second one.
    /// </summary>
    public async Task<Delivery> SendBoth(Guid channelId, Outgoing answer, Func<Task<Delivery>> file, Func<Task<Delivery>> words, CancellationToken cancel)
    {
        var key = $"file:{answer.MessageId:N}";
        if (await Recall(channelId, key, cancel) is null)
        {
            var first = await file();
            if (first is not Delivery.Sent sent) return first;

            await Remember(channelId, key, sent.ExternalId, cancel);
        }

        var delivery = await words();
        if (delivery is Delivery.Sent) await Forget(channelId, key, cancel);
        return delivery;
    }

    private async Task<int> Write(string sql, object?[] row, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        await using var turn = await db.BeginWrite(cancel);
        var touched = await db.Dialect.ExecuteMany(db, sql, [row], cancel);
        await turn.Commit(cancel);
        return touched[0];
    }
}
