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
    private const string PartsPrefix = "parts:";
    private const string PartPrefix = "part:";

    /// <summary>How answers that went out in parts before an instant got on, and what they are parts of: no provider tells of them any more.</summary>
    internal const string ForgetPartsSql = $"DELETE FROM channel_state WHERE updated_at <= @p0 AND (key LIKE '{PartPrefix}%' OR key LIKE '{PartsPrefix}%')";

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

    /// <summary>
    /// Brings an answer that is several messages to its provider, one after the other. How far it got is remembered, so that no try brings
    /// one of them twice; and so is which of them is part of what, for whoever is told of it or answers it later.
    /// </summary>
    /// <param name="channelId">Where.</param>
    /// <param name="answer">The whole.</param>
    /// <param name="parts">Its words in their order.</param>
    /// <param name="send">Brings one, below the one before; null for the first.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>How the last ended, or the first that did not go well.</returns>
    public async Task<Delivery> SendParts(Guid channelId, Outgoing answer, IReadOnlyList<string> parts, Func<string, string?, Task<Delivery>> send, CancellationToken cancel)
    {
        var key = $"{PartsPrefix}{answer.MessageId:N}";
        List<string> sent = [.. (await Recall(channelId, key, cancel))?.Split(' ') ?? []];
        while (sent.Count < parts.Count)
        {
            var delivery = await send(parts[sent.Count], sent.LastOrDefault());
            if (delivery is not Delivery.Sent part) return delivery;

            sent.Add(part.ExternalId);
            // It stands there: that must be known, whoever has lost patience meanwhile.
            await Remember(channelId, key, string.Join(' ', sent), CancellationToken.None);
            await Remember(channelId, PartPrefix + part.ExternalId, answer.MessageId.ToString(), CancellationToken.None);
        }

        return new Delivery.Sent(sent[^1]);
    }

    /// <summary>All that went out with this one as parts of one answer, in their order; itself alone where it is no part.</summary>
    public async Task<IReadOnlyList<string>> PartsWith(Guid channelId, string externalId, CancellationToken cancel) =>
        await Recall(channelId, PartPrefix + externalId, cancel) is { } whole
            && await Recall(channelId, $"{PartsPrefix}{Guid.Parse(whole):N}", cancel) is { } parts
            ? parts.Split(' ')
            : [externalId];

    /// <summary>Which of our messages these are parts of, by the provider's ids.</summary>
    internal static async Task<IReadOnlyDictionary<(Guid Channel, string ExternalId), Guid>> WholesOf(
        RelaisDb db, IReadOnlyCollection<Guid> channelIds, IReadOnlyCollection<string> externalIds, CancellationToken cancel)
    {
        string[] keys = [.. externalIds.Select(id => PartPrefix + id)];
        return await db.ChannelStates.AsNoTracking().Where(row => channelIds.Contains(row.ChannelId) && keys.Contains(row.Key))
            .ToDictionaryAsync(row => (row.ChannelId, row.Key[PartPrefix.Length..]), row => Guid.Parse(row.Value), cancel);
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
