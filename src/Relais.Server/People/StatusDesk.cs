using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>Where a member's status is chosen, by himself or for him: the choice, its history and the screens stay together.</summary>
public sealed class StatusDesk(RelaisDb db, CurrentMember me, Presence presence, TimeProvider clock)
{
    /// <summary>Runs inside a turn; the caller saves, commits and then tells.</summary>
    /// <exception cref="RuleViolation"><c>away_state.unknown</c>, <c>away_state.archived</c>.</exception>
    public async Task Choose(Member member, Availability availability, Guid? awayStateId, CancellationToken cancel)
    {
        await db.Dialect.LockMembers(db, [member.Id], cancel);
        var state = availability == Availability.Away && awayStateId is { } id ? await Pick(id, cancel) : null;
        member.ChooseStatus(availability, state, me.AsActor(), clock.GetUtcNow());
        await db.FollowStatus([member.Id], clock.GetUtcNow(), cancel);
    }

    /// <summary>After the commit.</summary>
    public void Tell() => presence.Changed.Ring();

    /// <summary>He has just signed in: his status becomes what he prefers, unless he is here already on another device.</summary>
    public async Task<Member> Welcome(Guid memberId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        await using var turn = await db.BeginWrite(cancel);
        var isHere = await db.StillHere(now).AnyAsync(line => line.MemberId == memberId, cancel);
        var member = await db.Members.SingleAsync(one => one.Id == memberId, cancel);
        member.Arrive(isHere, now);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return member;
    }

    private async Task<AwayState> Pick(Guid id, CancellationToken cancel) =>
        await db.AwayStates.SingleOrDefaultAsync(state => state.Id == id, cancel)
        ?? throw new RuleViolation("away_state.unknown", "Choose among the away states of this organisation.");
}
