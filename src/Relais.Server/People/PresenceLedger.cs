using Microsoft.EntityFrameworkCore;
using Relais.Domain.Organisations;
using Relais.Domain.People;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>Who is here, as every node reads it from the store, and the history of it.</summary>
public static class PresenceLedger
{
    /// <summary>The lines whose owners count as being here: also those that closed or fell silent a moment ago, until their grace is over.</summary>
    public static IQueryable<PresenceSession> StillHere(this RelaisDb db, DateTimeOffset now) => db.PresenceSessions.Where(line => line.Until > now);

    /// <summary>The lines that are open: on one of these somebody can be reached at once.</summary>
    public static IQueryable<PresenceSession> OnALiveLine(this RelaisDb db, DateTimeOffset now) => db.StillHere(now).Where(line => line.LeftAt == null);

    /// <summary>The members automatic assignment may give work to at this instant, in the organisation of the scope.</summary>
    public static IQueryable<Member> AvailableMembers(this RelaisDb db, DateTimeOffset now)
    {
        var lines = db.OnALiveLine(now);
        return db.Members.Where(member =>
            member.Status == MemberStatus.Active && member.Availability == Availability.Available && lines.Any(line => line.MemberId == member.Id));
    }

    /// <summary>Everybody who has a live line, on whichever node, and whether he may be given work; who is missing is offline.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PresenceState>> StandingOf(this RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var available = await db.AvailableMembers(now).Select(member => member.Id).ToHashSetAsync(cancel);
        var here = await db.OnALiveLine(now).Select(line => line.MemberId).Distinct().ToListAsync(cancel);
        return here.ToDictionary(id => id, id => available.Contains(id) ? PresenceState.Available : PresenceState.Away);
    }

    /// <summary>Brings the history of these members up to date with their lines and what they say of themselves. The caller holds them, and saves.</summary>
    /// <returns>Whether anybody's status is another now.</returns>
    public static async Task<bool> FollowStatus(this RelaisDb db, IReadOnlyCollection<Guid> memberIds, DateTimeOffset now, CancellationToken cancel)
    {
        var here = await db.StillHere(now).IgnoreQueryFilters().Where(line => memberIds.Contains(line.MemberId))
            .Select(line => line.MemberId).Distinct().ToListAsync(cancel);
        var members = await db.Members.IgnoreQueryFilters().Where(member => memberIds.Contains(member.Id)).ToListAsync(cancel);
        var open = await db.StatusSpans.IgnoreQueryFilters().Where(span => memberIds.Contains(span.MemberId) && span.EndedAt == null)
            .ToDictionaryAsync(span => span.MemberId, cancel);
        var states = await AwayStatesOf(db, members, cancel);

        var hasChanged = false;
        foreach (var member in members)
        {
            var (span, isHere) = (open.GetValueOrDefault(member.Id), here.Contains(member.Id));
            if (isHere ? span?.Tells(member) == true : span is null) continue;

            hasChanged = true;
            span?.End(now);
            if (isHere) db.StatusSpans.Add(new StatusSpan(member, states.GetValueOrDefault(member.AwayStateId ?? Guid.Empty), now));
        }

        return hasChanged;
    }

    /// <summary>Those of these members who cannot look after what is New, as their organisations chose to see it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Absence>> AbsencesOf(
        this RelaisDb db, IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        if (memberIds.Count == 0) return new Dictionary<Guid, Absence>();

        var found = await (
            from member in db.Members
            join organisation in db.Organisations on member.OrganisationId equals organisation.Id
            where memberIds.Contains(member.Id)
                && (organisation.RemoveAssignment != RemoveAssignment.Never || member.Status == MemberStatus.Disabled)
            select new
            {
                Member = member,
                Option = organisation.RemoveAssignment,
                Current = db.StatusSpans.FirstOrDefault(span => span.MemberId == member.Id && span.EndedAt == null),
                WasHere = db.StatusSpans.Where(span => span.MemberId == member.Id).Max(span => span.EndedAt),
                WasAvailable = db.StatusSpans.Where(span => span.MemberId == member.Id && span.Availability == Availability.Available).Max(span => span.EndedAt),
                Began = db.StatusSpans.Where(span => span.MemberId == member.Id).Min(span => (DateTimeOffset?)span.BeganAt),
            }).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancel);

        return found
            .Select(row => Absence.Of(
                row.Member, row.Option, row.Current, row.Option == RemoveAssignment.AwayOrOffline ? row.WasAvailable ?? row.Began : row.WasHere))
            .OfType<Absence>().ToDictionary(absence => absence.MemberId);
    }

    private static async Task<Dictionary<Guid, AwayState>> AwayStatesOf(RelaisDb db, List<Member> members, CancellationToken cancel)
    {
        var ids = members.Select(member => member.AwayStateId).OfType<Guid>().Distinct().ToArray();
        return ids.Length == 0
            ? []
            : await db.AwayStates.IgnoreQueryFilters().Where(state => ids.Contains(state.Id)).ToDictionaryAsync(state => state.Id, cancel);
    }
}
