using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Domain.Tags;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Tags;

/// <summary>
/// Takes removed tags off the messages that still have them, a few at a time. What is left to do is what the store still shows, so it
/// goes on after a kill where it was.
/// </summary>
public sealed class TagRemoval(IServiceScopeFactory scopes, Wake wake, TimeProvider clock, ILogger<TagRemoval> log) : Worker(clock, log)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    protected override async Task Round(CancellationToken cancel)
    {
        if (!await TakeOff(cancel)) await wake.Tags.Wait(Idle, cancel);
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> TakeOff(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (await Next(db, cancel) is not { } tag) return false;

        db.Scope = tag.OrganisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.TagRemoval, cancel)) return false;

        var ids = await db.MessageTags.Where(row => row.TagId == tag.Id).OrderBy(row => row.MessageId).Select(row => row.MessageId).Take(AtOnce).ToListAsync(cancel);
        await db.Dialect.LockThreads(db, await db.Messages.Where(row => ids.Contains(row.Id)).Select(row => row.ThreadId).Distinct().ToListAsync(cancel), cancel);
        var messages = await db.Messages.Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        var conversationIds = messages.ConvertAll(message => message.ConversationId);
        var conversations = await db.Conversations.Where(row => conversationIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        foreach (var message in messages) conversations[message.ConversationId].Tag(message, [], [tag], Actor.System, Clock.GetUtcNow());

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return ids.Count > 0;
    }

    private static Task<Tag?> Next(RelaisDb db, CancellationToken cancel) => db.Tags.IgnoreQueryFilters().AsNoTracking()
        .Where(tag => tag.State == TagState.Removed && db.MessageTags.IgnoreQueryFilters().Any(row => row.TagId == tag.Id))
        .OrderBy(tag => tag.Id).FirstOrDefaultAsync(cancel);
}
