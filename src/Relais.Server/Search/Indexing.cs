using Microsoft.EntityFrameworkCore;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Search;

namespace Relais.Server.Search;

/// <summary>
/// Makes findable what happens, behind the intake and a moment later: it follows the events, many at once, and keeps in the index how
/// far it is. An index that is not there yet is built from what the store holds before the events are followed.
/// </summary>
public sealed class Indexing(IServiceScopeFactory scopes, ISearch search, Wake wake, TimeProvider clock, ILogger<Indexing> log)
    : Worker(clock, log), IEventTap
{
    private const int AtOnce = 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    /// <summary>What comes in such a short time is written together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(150);

    /// <summary>In a flood, for one part of the time that it works it leaves the intake so many parts.</summary>
    private const int Restraint = 3;

    private readonly Dictionary<Guid, long> reached = [];

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => Told.Matters(happened.Kind))) wake.Search.Ring();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        var begin = Clock.GetTimestamp();
        var isMore = await WriteNext(cancel);
        if (!isMore) await wake.Search.Wait(Idle, cancel);
        await Task.Delay(isMore ? Restraint * Clock.GetElapsedTime(begin) : Gathering, Clock, cancel);
    }

    /// <returns>Whether there is more to do at once.</returns>
    private async Task<bool> WriteNext(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var isMore = false;
        foreach (var organisationId in await db.Organisations.Select(row => row.Id).ToListAsync(cancel))
        {
            db.Scope = organisationId;
            isMore |= await WriteNext(db, cancel);
        }

        return isMore;
    }

    private async Task<bool> WriteNext(RelaisDb db, CancellationToken cancel)
    {
        var newest = await EventFeed.Position(db, cancel);
        if (reached.TryGetValue(db.Scope, out var position) && position == newest) return false;

        await using var turn = await search.Begin(db, cancel);
        if (turn is null) return false;

        var progress = await turn.Progress(db.Scope, cancel);
        // A store that was put back from a copy is behind what the index has seen of another future.
        if (progress is null || progress.Position > newest) progress = new SearchProgress(newest, Guid.Empty);
        var (entries, next) = progress.Walked is { } walked ? await Walk(db, progress, walked, cancel) : await Follow(db, progress, cancel);
        if (next != progress) await turn.Write(db.Scope, entries, next, cancel);
        await turn.Commit(cancel);
        if (next.Walked is null) reached[db.Scope] = next.Position;
        return next.Walked is not null || next.Position < newest;
    }

    /// <summary>What happened since.</summary>
    private static async Task<(IReadOnlyList<SearchEntry> Entries, SearchProgress Next)> Follow(RelaisDb db, SearchProgress progress, CancellationToken cancel)
    {
        var told = await Told.After(db, progress.Position, AtOnce, cancel);
        return (await SearchEntries.Of(db, told, cancel), progress with { Position = told.UpTo });
    }

    /// <summary>What was there before, in the order in which it came: ids grow with time.</summary>
    private static async Task<(IReadOnlyList<SearchEntry> Entries, SearchProgress Next)> Walk(
        RelaisDb db, SearchProgress progress, Guid after, CancellationToken cancel)
    {
        var messages = await db.Messages.AsNoTracking().Where(row => row.Id > after).OrderBy(row => row.Id).Take(AtOnce)
            .Select(row => new FoundText(row.Id, row.ConversationId, row.RemovedAt == null ? row.Text : "")).ToListAsync(cancel);
        var isEnd = messages.Count < AtOnce;
        var last = isEnd ? Guid.AllBitsSet : messages[^1].Id;
        var conversations = await db.Conversations.Where(row => row.Id > after && row.Id <= last).Select(row => row.Id).ToListAsync(cancel);
        return (await SearchEntries.Of(db, messages, conversations, cancel), progress with { Walked = isEnd ? null : last });
    }
}
