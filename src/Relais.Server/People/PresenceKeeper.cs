using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.People;

/// <summary>
/// Writes down which lines this process holds, notices whose last line has fallen silent, and tells the screens who came and went,
/// also on other nodes. Many changes at once are one transaction and one message.
/// </summary>
public sealed class PresenceKeeper(IServiceScopeFactory scopes, Presence presence, Wake wake, TimeProvider clock, ILogger<PresenceKeeper> log)
    : Worker(clock, log)
{
    private const string WriteSql =
        "INSERT INTO presence_sessions (connection_id, organisation_id, member_id, node, sign_in, device, seen_at, left_at, until) " +
        "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) ON CONFLICT (connection_id) DO UPDATE " +
        "SET seen_at = excluded.seen_at, left_at = excluded.left_at, until = excluded.until WHERE presence_sessions.left_at IS NULL";

    private const string ForgetSql = "DELETE FROM presence_sessions WHERE until < @p0";

    /// <summary>Nobody could be heard while no node ran: who was here then gets his time to come back.</summary>
    private const string SurviveSql =
        "UPDATE presence_sessions SET until = @p0 WHERE left_at IS NULL AND until < @p1 AND EXISTS " +
        "(SELECT 1 FROM status_spans WHERE status_spans.member_id = presence_sessions.member_id AND status_spans.ended_at IS NULL)";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WriteHeartbeatsEvery = TimeSpan.FromSeconds(10);

    /// <summary>So long a line that is over keeps its row, so that no other node can take it for a new one.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <summary>Older than this, no other node was there to notice.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(15);

    private DateTimeOffset heartbeatsWrittenAt;
    private bool hasBegun;

    protected override async Task Round(CancellationToken cancel)
    {
        await Look(cancel);
        await presence.Changed.Wait(Beat, cancel);
    }

    private async Task Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = Clock.GetUtcNow();
        if (!hasBegun) await Begin(db, now, cancel);

        var isTimeForHeartbeats = now - heartbeatsWrittenAt >= WriteHeartbeatsEvery;
        var news = presence.Unwritten(isTimeForHeartbeats).Select(line => line.Tell()).ToList();
        List<Guid> moved = [.. await Silent(db, now, cancel), .. await HeardAgain(db, now, cancel)];
        if (news.Count + moved.Count > 0) await Write(db, news, moved, now, cancel);
        if (isTimeForHeartbeats) heartbeatsWrittenAt = now;
        if (await presence.Show(await Here(db, cancel), cancel)) wake.Assignment.Ring();
    }

    private async Task Begin(RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var until = now + PresenceSession.Silence;
        await db.Dialect.ExecuteMany(db, SurviveSql, [[until, db.Dialect.IsShared ? now - Unnoticed : until]], cancel);
        await turn.Commit(cancel);
        hasBegun = true;
    }

    private async Task Write(RelaisDb db, List<Presence.Line.News> news, List<Guid> moved, DateTimeOffset now, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        await db.Dialect.LockMembers(db, [.. news.Select(one => one.Line.Session.MemberId).Concat(moved).Distinct()], cancel);
        await AwaitRounds(db, news, cancel);
        await db.Dialect.ExecuteMany(db, WriteSql, [.. news.Select(Row)], cancel);
        await db.Dialect.ExecuteMany(db, ForgetSql, [[now - Memory]], cancel);
        Guid[] touched = [.. news.Where(one => one.Row.IsUrgent).Select(one => one.Line.Session.MemberId).Concat(moved).Distinct()];
        if (touched.Length > 0) await db.FollowStatus(touched, now, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        presence.Written(news);
    }

    /// <summary>Whoever gives out work at this instant may have read that somebody is here: he is done before it is written that he has gone.</summary>
    private static async Task AwaitRounds(RelaisDb db, List<Presence.Line.News> news, CancellationToken cancel)
    {
        foreach (var organisationId in news.Where(one => one.Row.LeftAt is not null).Select(one => one.Line.Session.OrganisationId).Distinct().Order())
            await db.Count(organisationId, EventFeed.Sequence, 0, cancel);
    }

    private static object?[] Row(Presence.Line.News news)
    {
        var (session, row) = (news.Line.Session, news.Row);
        return
        [
            session.ConnectionId, session.OrganisationId, session.MemberId, session.Node, session.SignIn, session.Device, row.SeenAt, row.LeftAt, row.Until,
        ];
    }

    /// <summary>Those the history has here, but of whom no line has been heard in time.</summary>
    private static Task<List<Guid>> Silent(RelaisDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var here = db.StillHere(now);
        return db.StatusSpans.IgnoreQueryFilters().Where(span => span.EndedAt == null && !here.Any(line => line.MemberId == span.MemberId))
            .Select(span => span.MemberId).ToListAsync(cancel);
    }

    /// <summary>A line that was silent for too long and speaks again, for instance after a laptop slept.</summary>
    private static Task<List<Guid>> HeardAgain(RelaisDb db, DateTimeOffset now, CancellationToken cancel) => db.StillHere(now).IgnoreQueryFilters()
        .Where(line => !db.StatusSpans.Any(span => span.MemberId == line.MemberId && span.EndedAt == null))
        .Select(line => line.MemberId).ToListAsync(cancel);

    private static async Task<Dictionary<Guid, Seen>> Here(RelaisDb db, CancellationToken cancel)
    {
        var spans = await db.StatusSpans.IgnoreQueryFilters().AsNoTracking().Where(span => span.EndedAt == null).ToListAsync(cancel);
        return spans.ToDictionary(span => span.MemberId, span => new Seen(span.OrganisationId, new PresenceView(span.MemberId, StateOf(span), span.AwayStateId)));
    }

    private static PresenceState StateOf(StatusSpan span) =>
        span.Availability == Availability.Away ? PresenceState.Away : PresenceState.Available;
}
