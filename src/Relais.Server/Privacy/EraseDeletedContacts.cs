using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Persistence.Search;

namespace Relais.Server.Privacy;

/// <summary>
/// Removes what the store, the files and the search index still hold of a contact who was deleted: a little at a time, so that messages
/// pass in between. Every step may be repeated, and how far it is stands in the store: who is killed on the way is followed by another.
/// </summary>
public sealed class EraseDeletedContacts(
    IServiceScopeFactory scopes, ISearch search, FileStore files, Wake wake, TimeProvider clock, ILogger<EraseDeletedContacts> log) : Worker(clock, log)
{
    /// <summary>For one part of the time that it works it leaves the others so many parts.</summary>
    private const int Restraint = 2;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task Round(CancellationToken cancel)
    {
        var begin = Clock.GetTimestamp();
        if (await Step(cancel)) await Task.Delay(Restraint * Clock.GetElapsedTime(begin), Clock, cancel);
        else await wake.Erasing.Wait(Idle, cancel);
    }

    /// <returns>Whether there may be more to do at once.</returns>
    private async Task<bool> Step(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        if (await db.Deletions.IgnoreQueryFilters().AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DeletedContactId).FirstOrDefaultAsync(cancel) is not { } his) return false;

        db.Scope = his.OrganisationId;
        if (his.LastEvent is not { } last) return await Go(db, his, Begin, cancel);
        if (await db.MessagesLeft(his, cancel) is { Count: > 0 } messages) return await EraseMessages(db, messages, last, cancel);
        if (his.Events < last) return await Go(db, his, Redact, cancel);
        if (his.Items < his.LastItem) return await Go(db, his, Erasing.EmptyJournal, cancel);
        return await Forget(his.OrganisationId, his.ConversationIds, last, cancel) && await Finish(db, his, cancel);
    }

    /// <summary>Everybody who was at work with him is done: what they left behind meanwhile goes too.</summary>
    private static async Task Begin(RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        await db.EraseContact(his, cancel);
        await db.ForgetAtChannels(his, cancel);
        await db.DropQuarantined(his, cancel);
        his.LastEvent = await EventFeed.Position(db, cancel);
        his.LastItem = await db.Journal.IgnoreQueryFilters().MaxAsync(row => (long?)row.Id, cancel) ?? 0;
    }

    private static Task Redact(RelaisDb db, DeletionRow his, CancellationToken cancel) => db.RedactEvents(his, Stub, cancel);

    /// <summary>First the index, then the files: the rows are how both are found.</summary>
    private async Task<bool> EraseMessages(RelaisDb db, IReadOnlyList<Guid> messages, long last, CancellationToken cancel)
    {
        if (!await Forget(db.Scope, messages, last, cancel)) return false;

        var names = await db.FilesOf(messages, cancel);
        foreach (var name in names) files.Delete(name);

        await using var turn = await db.BeginWrite(cancel);
        await db.EraseMessages(messages, names, cancel);
        await turn.Commit(cancel);
        return true;
    }

    /// <returns>False while the index is on its way to what must be forgotten.</returns>
    private async Task<bool> Forget(Guid organisationId, IReadOnlyList<Guid> subjects, long last, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        await using var turn = await search.Begin(db, cancel);
        if (turn is null || await turn.Progress(organisationId, cancel) is not { Walked: null } progress || progress.Position < last) return false;

        await turn.Write(organisationId, [.. subjects.Select(id => new SearchEntry(id, id, []))], progress, cancel);
        await turn.Commit(cancel);
        return true;
    }

    /// <summary>One step, and how far it came, in one transaction.</summary>
    private static async Task<bool> Go(RelaisDb db, DeletionRow his, Func<RelaisDb, DeletionRow, CancellationToken, Task> step, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Erasing, cancel)) return false;
        if (await db.Deletions.FirstOrDefaultAsync(row => row.DeletedContactId == his.DeletedContactId, cancel) is not { } row) return false;

        await step(db, row, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return true;
    }

    /// <summary>It is said only when it is true of the files as well.</summary>
    private async Task<bool> Finish(RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        await search.Scrub(cancel);
        if (!await db.Dialect.Scrub(db, cancel)) return false;

        await Go(db, his, Say, cancel);
        await db.Dialect.Scrub(db, cancel); // Of the list of what there was to do.
        return true;
    }

    private async Task Say(RelaisDb db, DeletionRow his, CancellationToken cancel)
    {
        (await db.DeletedContacts.FirstAsync(row => row.Id == his.DeletedContactId, cancel)).Erased(Clock.GetUtcNow());
        db.Deletions.Remove(his);
    }

    /// <summary>A place in the feed stays, or it would have a gap; who has not come past it yet loads his screen anew.</summary>
    private static string Stub(long position, DateTimeOffset at) => JsonSerializer.Serialize(
        new EventView(position, EventFeed.Erased, at, Actor.System, false, null, null, null, null, null), EventJson.Options);
}
