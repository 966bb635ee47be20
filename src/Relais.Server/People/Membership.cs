using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Replies;
using Relais.Server.Security;

namespace Relais.Server.People;

/// <summary>What follows when a member's role, status or teams change: there is always an administrator left, and what he had
/// open closes.</summary>
public sealed class Membership(RelaisDb db, Accounts accounts, Links links, Presence presence, TimeProvider clock)
{
    private bool sessionsEnd;
    private bool rightsChange;

    /// <summary>Runs inside a turn; the caller saves and commits.</summary>
    public async Task Change(Member member, ChangeMember.Request request, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (request.Name is not null) member.Describe(request.Name, null, null, by, now);
        if (request.Role is { } role && role != member.Role) await Promote(member, role, by, now, cancel);
        if (request.Status is { } status) await Admit(member, status, by, now, cancel);
        if (request.TeamIds is { } teams)
        {
            await db.Seat(member.Id, teams, by, now, cancel);
            rightsChange = true;
        }

        if (sessionsEnd) await accounts.EndSessions(member.Id, cancel);
    }

    /// <summary>After the commit.</summary>
    public Task EndWhatChanged(Member member) =>
        sessionsEnd ? presence.Dismiss(member.Id, "session.ended")
        : rightsChange ? presence.Dismiss(member.Id, "rights.changed")
        : Task.CompletedTask;

    private async Task Promote(Member member, Role role, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        member.TakeRole(role, await IsLastAdmin(member, cancel), by, now);
        sessionsEnd = true;
    }

    private async Task Admit(Member member, MemberStatus status, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (status == MemberStatus.Active)
        {
            member.Enable(await accounts.Of(member.Id, cancel) is not null, by, now);
            await db.KeepReplies(member.Id, by, now, cancel);
            return;
        }

        if (status == MemberStatus.Invited)
            throw new RuleViolation("member.status.invalid", "Choose 'active' or 'disabled'.");

        member.Disable(await IsLastAdmin(member, cancel), by, now);
        await db.OfferReplies(member.Id, by, now, cancel);
        await links.End(member.Id, cancel);
        sessionsEnd = true;
    }

    /// <summary>Under a lock: two administrators who remove each other at once must not both succeed.</summary>
    private async Task<bool> IsLastAdmin(Member member, CancellationToken cancel)
    {
        if (!await db.Dialect.TryLock(db, BitConverter.ToInt64(member.OrganisationId.ToByteArray()), cancel))
            throw new LostRace("conflict.changed", "Somebody changed this meanwhile: load it again.");

        return member is { Role: Role.Admin, IsActive: true }
            && !await db.Members.AnyAsync(one => one.Id != member.Id && one.Role == Role.Admin && one.Status == MemberStatus.Active, cancel);
    }
}
