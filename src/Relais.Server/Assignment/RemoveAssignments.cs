using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Jobs;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>
/// Every fifteen seconds: what is New and assigned to somebody who is not there goes back to where it waited. Who is out since
/// when is read from the store, so that it makes no difference which node looks, or whether one was restarted meanwhile.
/// </summary>
public sealed class RemoveAssignments(IServiceScopeFactory scopes, Wake wake, TimeProvider clock, ILogger<RemoveAssignments> log)
    : Worker(clock, log)
{
    /// <summary>Held by a transaction for so many at most: agents who answer meanwhile wait no longer.</summary>
    private const int AtOnce = 100;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task Round(CancellationToken cancel)
    {
        await Task.Delay(Every, Clock, cancel);
        foreach (var organisationId in await Organisations(cancel)) await Sweep(organisationId, cancel);
    }

    private async Task<List<Guid>> Organisations(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        return await db.Organisations.Select(organisation => organisation.Id).ToListAsync(cancel);
    }

    private async Task Sweep(Guid organisationId, CancellationToken cancel)
    {
        var (taken, after) = (0, Guid.Empty);
        while (await Batch(organisationId, after, cancel) is { Count: > 0 } batch)
        {
            taken += await Release(organisationId, batch, cancel);
            after = batch[^1].Id;
            if (batch.Count < AtOnce) break;
        }

        if (taken > 0) wake.Assignment.Ring();
    }

    /// <summary>What may have to be released; the domain decides about each.</summary>
    private async Task<List<Candidate>> Batch(Guid organisationId, Guid after, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        var holders = await db.Conversations.Where(row => row.State == ConversationState.New && row.AssigneeId != null)
            .Select(row => row.AssigneeId!.Value).Distinct().ToListAsync(cancel);
        Guid?[] absent = [.. (await Settled(db, holders, cancel)).Keys.Select(id => (Guid?)id)];
        return absent.Length == 0
            ? []
            : await db.Conversations.Where(row => row.State == ConversationState.New && row.AssigneeId != null && absent.Contains(row.AssigneeId) && row.Id > after)
                .OrderBy(row => row.Id).Take(AtOnce).Select(row => new Candidate(row.Id, row.ThreadId)).ToListAsync(cancel);
    }

    private async Task<int> Release(Guid organisationId, List<Candidate> batch, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.RemoveAssignments, cancel)) return 0;

        await db.Dialect.LockThreads(db, [.. batch.Select(one => one.ThreadId).Distinct()], cancel);
        var ids = batch.ConvertAll(one => one.Id);
        var conversations = await db.Conversations.Where(row => ids.Contains(row.Id)).ToListAsync(cancel);

        // Asked again inside the transaction: whoever came back before it keeps what he has.
        var absences = await Settled(db, [.. conversations.Select(row => row.AssigneeId).OfType<Guid>().Distinct()], cancel);
        foreach (var conversation in conversations)
        {
            if (conversation.AssigneeId is { } holder && absences.TryGetValue(holder, out var absence))
                conversation.Release(absence, Clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return conversations.Count(row => row.AssigneeId is null);
    }

    private async Task<Dictionary<Guid, Absence>> Settled(RelaisDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        var absences = await db.AbsencesOf(memberIds, cancel);
        return absences.Where(one => one.Value.IsSettledAt(now)).ToDictionary();
    }

    private sealed record Candidate(Guid Id, Guid ThreadId);
}
