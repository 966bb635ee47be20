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
    private const int Restraint = 5;

    private const int RestraintOfBuilding = 1;

    private readonly Dictionary<Guid, long> reached = [];

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => Told.Matters(happened.Kind))) wake.Search.Ring();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        var begin = Clock.GetTimestamp();
        var work = await WriteNext(cancel);
        var took = Clock.GetElapsedTime(begin);
        if (work == Work.None) await wake.Search.Wait(Idle, cancel);
        await Task.Delay(work switch { Work.None => Gathering, Work.Build => RestraintOfBuilding * took, _ => Restraint * took }, Clock, cancel);
    }

    /// <returns>What there is to do at once.</returns>
    private async Task<Work> WriteNext(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var work = Work.None;
        foreach (var organisationId in await db.Organisations.Select(row => row.Id).ToListAsync(cancel))
        {
            db.Scope = organisationId;
            if (await WriteNext(db, cancel) is var more && more > work) work = more;
        }

        return work;
    }

    private async Task<Work> WriteNext(RelaisDb db, CancellationToken cancel)
    {
        var newest = await EventFeed.Position(db, cancel);
        if (reached.TryGetValue(db.Scope, out var position) && position == newest) return Work.None;

        await using var turn = await search.Begin(db, cancel);
        if (turn is null) return Work.None;

        var progress = await turn.Progress(db.Scope, cancel);
        // A store that was put back from a copy is behind what the index has seen of another future.
        if (progress is null || progress.Position > newest) progress = new SearchProgress(newest, Guid.Empty);
        var (entries, next) = progress.Walked is { } walked ? await Walk(db, progress, walked, cancel) : await Follow(db, progress, cancel);
        if (next != progress) await turn.Write(db.Scope, entries, next, cancel);
        await turn.Commit(cancel);
        if (next.Walked is null) reached[db.Scope] = next.Position;
        return next.Walked is not null ? Work.Build : next.Position < newest ? Work.Follow : Work.None;
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
        // Along the ids alone: asked for the organisation too, a store that has not counted its rows lately walks over all of it.
        var conversations = await db.Conversations.IgnoreQueryFilters().Where(row => row.Id > after && row.Id <= last)
            .Select(row => new { row.Id, row.OrganisationId }).ToListAsync(cancel);
        var own = conversations.Where(row => row.OrganisationId == db.Scope).Select(row => row.Id).ToList();
        return (await SearchEntries.Of(db, messages, own, cancel), progress with { Walked = isEnd ? null : last });
    }

    private enum Work
    {
        None,
        Follow,
        Build,
    }
}
