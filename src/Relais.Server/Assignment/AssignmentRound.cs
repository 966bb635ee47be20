using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Assignment;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Events;
using Relais.Server.People;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Assignment;

/// <summary>Gives the conversations that wait to those who are free, some hundreds in one transaction.</summary>
public sealed class AssignmentRound(RelaisDb db, Workforce workforce, TimeProvider clock)
{
    private const int AtOnce = 256;
    private const string GivenSql =
        "INSERT INTO last_given (organisation_id, member_id, at) VALUES (@p0, @p1, @p2) " +
        "ON CONFLICT (organisation_id, member_id) DO UPDATE SET at = excluded.at";

    /// <summary>How a round ended.</summary>
    public enum Outcome
    {
        /// <summary>Nobody is free, or nothing waits that one who is could be given.</summary>
        Done,

        /// <summary>There may be more to give at once.</summary>
        More,

        /// <summary>Somebody else is at it: look again in a moment.</summary>
        Busy,
    }

    /// <summary>
    /// Without a transaction: most calls find nothing to do and must cost nobody else anything. Whether somebody who is here has
    /// a place free is not looked at when that is likely: the round itself looks, and he waits for it.
    /// </summary>
    public async Task<bool> HasWork(bool isSomebodyBack, CancellationToken cancel) =>
        await IsPossible(cancel)
        && (isSomebodyBack
            || (await workforce.Of(db, cancel) is { IsAnyoneFree: true } roster && await db.WaitingFor(roster.FreeCrews).AnyAsync(cancel)));

    /// <summary>A team that gives, something that waits, and anybody who is here: one question.</summary>
    private Task<bool> IsPossible(CancellationToken cancel)
    {
        var (waiting, available) = (db.Waiting(), db.AvailableMembers(clock.GetUtcNow()));
        return db.Teams.AnyAsync(team => team.Limit != null && waiting.Any() && available.Any(), cancel);
    }

    /// <summary>One round in the organisation of the scope.</summary>
    public async Task<Outcome> Run(CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Assignment, cancel)) return Outcome.Busy;

        // With the feed's row in hand nothing that is told commits before we do: what is read now holds when we write.
        await db.Count(db.Scope, EventFeed.Sequence, 0, cancel);
        if (await workforce.Of(db, cancel) is not { IsAnyoneFree: true } roster) return Outcome.Done;

        var (rows, wereMore) = await Hold(roster, cancel);
        var given = await Give(roster, rows, cancel);
        await turn.Commit(cancel);
        return wereMore && given > 0 && roster.IsAnyoneFree ? Outcome.More : Outcome.Done;
    }

    /// <summary>The next of the queue; what somebody is changing at this moment is left to him, and looked at again after.</summary>
    private async Task<(List<Conversation> Rows, bool WereMore)> Hold(Roster roster, CancellationToken cancel)
    {
        var next = await db.WaitingFor(roster.FreeCrews).InQueueOrder().AsNoTracking().Take(AtOnce).ToListAsync(cancel);
        var held = (await db.Dialect.HoldFree(db, [.. next.Select(row => row.Id)], cancel)).ToHashSet();
        return ([.. next.Where(row => held.Contains(row.Id))], next.Count == AtOnce || held.Count < next.Count);
    }

    private async Task<int> Give(Roster roster, List<Conversation> rows, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (given, decisions) = (new List<Conversation>(), new List<AssignmentDecisionRow>());
        foreach (var (row, waiting) in rows.Zip(await db.Describe(rows, now, cancel)))
        {
            if (!roster.IsAnyoneFree) break;

            var decision = roster.Decide(waiting, now);
            if (decision.MemberId is not { } memberId) continue;

            row.Take(memberId, Actor.System, now);
            db.TakeEventsOf(row);
            given.Add(row);
            decisions.Add(Kept(row, decision, memberId, now));
        }

        await Bulk.Update(db, given, cancel);
        await Bulk.Insert(db, decisions, cancel);
        await db.Dialect.ExecuteMany(
            db, GivenSql, [.. decisions.Select(row => row.MemberId).Distinct().Order().Select(id => new object?[] { db.Scope, id, now })], cancel);
        return given.Count;
    }

    private static AssignmentDecisionRow Kept(Conversation conversation, AssignmentDecision decision, Guid memberId, DateTimeOffset now) => new()
    {
        Id = Ids.Next(),
        OrganisationId = conversation.OrganisationId,
        ConversationId = conversation.Id,
        MemberId = memberId,
        At = now,
        Body = JsonSerializer.Serialize(decision, EventJson.Options),
    };
}
