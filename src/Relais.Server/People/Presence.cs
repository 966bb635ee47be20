using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Events;

namespace Relais.Server.People;

/// <summary>
/// Who is here: a member is present while at least one of his lines is. Two tabs are one person. The lines of this process are
/// held here; the <see cref="PresenceKeeper"/> writes them down for the other nodes, and tells this process what it reads.
/// </summary>
public sealed class Presence(IHubContext<LiveHub> hub, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<Guid, Seen> seen = new Dictionary<Guid, Seen>();

    /// <summary>Rings when a line came or went, or somebody chose another status.</summary>
    public Bell Changed { get; } = new(clock);

    /// <summary>This process among the nodes.</summary>
    public Guid Node { get; } = Domain.Shared.Ids.Next();

    public void Arrive(HubCallerContext caller, Guid organisationId, Guid memberId, string signIn)
    {
        var session = new PresenceSession(organisationId, memberId, caller.ConnectionId, DeviceOf(caller), clock.GetUtcNow()) { Node = Node, SignIn = signIn };
        lines[caller.ConnectionId] = new Line(session, caller);
        Changed.Ring();
    }

    /// <summary>The heartbeat of a line.</summary>
    public void Hear(string connectionId)
    {
        if (lines.TryGetValue(connectionId, out var line)) line.Change(session => session.Hear(clock.GetUtcNow()), urgent: false);
    }

    public void Depart(string connectionId)
    {
        if (!lines.TryGetValue(connectionId, out var line)) return;

        line.Change(session => session.Leave(clock.GetUtcNow()), urgent: true);
        Changed.Ring();
    }

    /// <summary>He signed out of one browser: its lines end, without grace.</summary>
    public void EndSignIn(string signIn)
    {
        foreach (var line in lines.Values.Where(line => line.Session.SignIn == signIn))
        {
            line.Change(session => session.SignOut(clock.GetUtcNow()), urgent: true);
            line.Caller.Abort();
        }

        Changed.Ring();
    }

    /// <summary>Everybody who is here. Who is missing is offline.</summary>
    public IReadOnlyList<PresenceView> Of(Guid organisationId) =>
        [.. seen.Values.Where(one => one.OrganisationId == organisationId).Select(one => one.View)];

    /// <summary>Whose lines this process holds, also those that nobody has been told of yet.</summary>
    public IReadOnlyList<Guid> OnLine(Guid organisationId) => [.. lines.Values.Select(line => line.Session)
        .Where(line => line.OrganisationId == organisationId).Select(line => line.MemberId).Distinct()];

    public PresenceState StateOf(Guid memberId) => seen.TryGetValue(memberId, out var one) ? one.View.Presence : PresenceState.Offline;

    /// <summary>His right to be here, or to see what he sees, has changed: his lines of this process end, and may come back.</summary>
    public async Task Dismiss(Guid memberId, string reason)
    {
        foreach (var (id, line) in lines.Where(entry => entry.Value.Session.MemberId == memberId))
        {
            await hub.Clients.Client(id).SendAsync("bye", reason);
            line.Caller.Abort();
        }
    }

    /// <summary>The lines whose news the store does not have.</summary>
    /// <param name="withHeartbeats">Whether those that were only heard of again belong to them.</param>
    internal IReadOnlyList<Line> Unwritten(bool withHeartbeats) => [.. lines.Values.Where(line => line.IsUnwritten(withHeartbeats))];

    /// <summary>A line that is over and written down is forgotten.</summary>
    internal void Written(IEnumerable<Line.News> news)
    {
        foreach (var (line, version, row) in news)
        {
            line.Written(version);
            if (row.LeftAt is not null) lines.TryRemove(line.Session.ConnectionId, out _);
        }
    }

    /// <summary>Takes over who is here by the store, and tells the screens whose status is another: only the difference.</summary>
    internal async Task<bool> Show(IReadOnlyDictionary<Guid, Seen> now, CancellationToken cancel)
    {
        var before = seen;
        seen = now;
        Seen[] news =
        [
            .. now.Where(one => !before.TryGetValue(one.Key, out var known) || known != one.Value).Select(one => one.Value),
            .. before.Where(one => !now.ContainsKey(one.Key)).Select(one => one.Value.Gone),
        ];
        foreach (var organisation in news.GroupBy(one => one.OrganisationId))
            await hub.Clients.Group(LiveHub.OrganisationGroup(organisation.Key)).SendAsync("presence", organisation.Select(one => one.View), cancel);

        return news.Length > 0;
    }

    private static Device DeviceOf(HubCallerContext caller) =>
        caller.GetHttpContext()?.Request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.Ordinal) == true ? Device.Phone : Device.Computer;

    /// <summary>One line of this process, and what of it the store has.</summary>
    internal sealed class Line(PresenceSession session, HubCallerContext caller)
    {
        private readonly Lock gate = new();
        private int version = 1;
        private int written;
        private bool isUrgent = true;

        public PresenceSession Session => session;

        public HubCallerContext Caller => caller;

        /// <param name="change">What happened to the line.</param>
        /// <param name="urgent">Whether it may change who is here; a mere heartbeat does not.</param>
        public void Change(Action<PresenceSession> change, bool urgent)
        {
            lock (gate)
            {
                change(session);
                version++;
                isUrgent |= urgent;
            }
        }

        public bool IsUnwritten(bool withHeartbeats)
        {
            lock (gate) return version > written && (isUrgent || withHeartbeats);
        }

        public News Tell()
        {
            lock (gate) return new News(this, version, new Row(session.SeenAt, session.LeftAt, session.Until, isUrgent));
        }

        public void Written(int told)
        {
            lock (gate)
            {
                written = told;
                isUrgent = version > told && isUrgent;
            }
        }

        internal sealed record News(Line Line, int Version, Row Row);

        internal sealed record Row(DateTimeOffset SeenAt, DateTimeOffset? LeftAt, DateTimeOffset Until, bool IsUrgent);
    }
}

public enum PresenceState
{
    Available,
    Away,
    Offline,
}

/// <summary>Whether one member is here, and in which of the own away states.</summary>
public sealed record PresenceView(Guid MemberId, PresenceState Presence, Guid? AwayStateId);

/// <summary>A member who is here, as the store says.</summary>
internal sealed record Seen(Guid OrganisationId, PresenceView View)
{
    public Seen Gone => this with { View = new PresenceView(View.MemberId, PresenceState.Offline, null) };
}
