using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Events;

/// <summary>
/// Brings committed events to the screens, in order and without gaps. What it hears in this process goes out at once;
/// what another node committed it reads from the table. Losing it loses nothing: screens pull what they miss.
/// </summary>
public sealed class LiveFeed(
    IHubContext<LiveHub> hub, Audiences audiences, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LiveFeed> log)
    : Worker(clock, log)
{
    private const int PullLimit = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Channel<IReadOnlyList<LiveEvent>> heard =
        Channel.CreateUnbounded<IReadOnlyList<LiveEvent>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Dictionary<Guid, Track> tracks = [];
    private ImmutableArray<IEventTap> taps = [];

    /// <summary>Called after the commit.</summary>
    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        foreach (var tap in taps) tap.Committed(events);
        heard.Writer.TryWrite(events);
    }

    /// <summary>From now on these look at every commit of this process.</summary>
    public void Subscribe(params ImmutableArray<IEventTap> more) => ImmutableInterlocked.Update(ref taps, now => now.AddRange(more));

    /// <summary>A round that fails loses nothing: the table keeps everything, and the next one catches up.</summary>
    protected override async Task Round(CancellationToken cancel)
    {
        await Listen(cancel);
        foreach (var (organisationId, track) in tracks) await Tell(organisationId, track, cancel);
    }

    protected override TimeSpan Recovery => Poll;

    private async Task Listen(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(tracks.Values.Any(track => track.IsWaiting) ? Patience : Poll);
        try
        {
            await heard.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nobody spoke: look into the table for what other nodes wrote.
        }

        while (heard.Reader.TryRead(out var events))
        {
            foreach (var happened in events) TrackOf(happened.OrganisationId).Hear(happened);
        }

        foreach (var organisationId in audiences.Organisations) TrackOf(organisationId);
    }

    private async Task Tell(Guid organisationId, Track track, CancellationToken cancel)
    {
        if (track.NeedsTable) await Pull(organisationId, track, cancel);
        var events = track.TakeNext();
        if (events.Count == 0) return;

        await Broadcast(organisationId, events[0].Position - 1, events[^1].Position, events, cancel);
    }

    private async Task Broadcast(Guid organisationId, long from, long to, IReadOnlyList<LiveEvent> events, CancellationToken cancel)
    {
        foreach (var audience in audiences.Of(organisationId))
        {
            var seen = events.Select(audience.Hears).OfType<string>();
            await hub.Clients.Group(audience.Name).SendAsync("events", EventBatch.Of(from, to, seen), cancel);
        }
    }

    private async Task Pull(Guid organisationId, Track track, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        db.Scope = organisationId;
        if (track.Position is not { } position)
        {
            // Another node may have written while nobody listened here: whoever stands elsewhere pulls.
            track.StartAt(await EventFeed.Position(db, cancel));
            await Broadcast(organisationId, track.Position!.Value, track.Position.Value, [], cancel);
            return;
        }

        var rows = await db.Events.AsNoTracking().Where(row => row.Position > position)
            .OrderBy(row => row.Position).Take(PullLimit).ToListAsync(cancel);
        foreach (var row in rows)
            track.Hear(LiveEvent.Of(row));
        track.Pulled();
    }

    private Track TrackOf(Guid organisationId)
    {
        if (!tracks.TryGetValue(organisationId, out var track)) tracks[organisationId] = track = new Track(Clock);
        return track;
    }

    /// <summary>How far one organisation's screens have been told.</summary>
    private sealed class Track(TimeProvider clock)
    {
        private readonly SortedDictionary<long, LiveEvent> waiting = [];
        private DateTimeOffset pulledAt;

        public long? Position { get; private set; }

        public bool IsWaiting => waiting.Count > 0;

        /// <summary>Where to begin is unknown, a gap has stayed open, or another node may have written.</summary>
        public bool NeedsTable => Position is null || clock.GetUtcNow() - pulledAt > (IsWaiting ? Patience : Poll);

        public void StartAt(long position)
        {
            Position = Math.Min(position, waiting.Count > 0 ? waiting.Keys.First() - 1 : position);
            Pulled();
        }

        public void Hear(LiveEvent happened)
        {
            if (Position is null || happened.Position > Position) waiting[happened.Position] = happened;
        }

        public void Pulled() => pulledAt = clock.GetUtcNow();

        public List<LiveEvent> TakeNext()
        {
            var next = new List<LiveEvent>();
            while (Position is { } position && waiting.Remove(position + 1, out var happened))
            {
                next.Add(happened);
                Position = position + 1;
                pulledAt = clock.GetUtcNow();
            }

            return next;
        }
    }
}
