using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Topics;

/// <summary>
/// Takes removed topics off the conversations that still have them, a few at a time. What is left to do is what the store
/// still shows, so it goes on after a kill where it was.
/// </summary>
public sealed class TopicRemoval(IServiceScopeFactory scopes, Wake wake, TimeProvider clock, ILogger<TopicRemoval> log)
    : Worker(clock, log)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    protected override async Task Round(CancellationToken cancel)
    {
        if (!await TakeAway(cancel)) await wake.Topics.Wait(Idle, cancel);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TakeAway(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (await Next(db, cancel) is not { } topic) return false;

        db.Scope = topic.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.TopicRemoval, cancel)) return false;

        var ids = await db.ConversationTopics.Where(row => row.TopicId == topic.Id).OrderBy(row => row.ConversationId)
            .Select(row => row.ConversationId).Take(AtOnce).ToListAsync(cancel);
        var threads = await db.Conversations.Where(row => ids.Contains(row.Id)).Select(row => row.ThreadId).ToListAsync(cancel);
        await db.Dialect.LockThreads(db, threads, cancel);
        Topic[] instead = await Instead(db, topic, cancel) is { } other ? [other] : [];
        foreach (var conversation in await db.Conversations.Where(row => ids.Contains(row.Id)).ToListAsync(cancel))
            conversation.ChangeTopics(instead, [topic], Actor.System, Clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return ids.Count > 0;
    }

    private static Task<Topic?> Next(RelaisDb db, CancellationToken cancel) => db.Topics.IgnoreQueryFilters().AsNoTracking()
        .Where(topic => topic.State == TopicState.Removed && db.ConversationTopics.IgnoreQueryFilters().Any(row => row.TopicId == topic.Id))
        .OrderBy(topic => topic.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Where the topic went; that one may have been merged into yet another meanwhile.</summary>
    private static async Task<Topic?> Instead(RelaisDb db, Topic topic, CancellationToken cancel)
    {
        var target = topic;
        while (target is { State: TopicState.Removed, MergedIntoId: { } id }) target = await db.Topics.FirstAsync(row => row.Id == id, cancel);
        return target.IsActive ? target : null;
    }
}
