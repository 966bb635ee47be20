using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Events;

namespace Relais.Server.Channels.Messenger;

/// <summary>Who listens to which thread in this process. It only hints; what matters is read from the store.</summary>
internal sealed class VisitorStreams : IEventTap
{
    private static readonly string Received = EventView.KindOf<MessageReceived>();

    private readonly ConcurrentDictionary<Guid, ImmutableList<Ear>> places = new();

    public Ear Listen(Guid channelId) => new(this, channelId);

    /// <summary>An ear whose thread is unknown yet listens at its channel, for the first message there.</summary>
    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (places.IsEmpty) return;

        foreach (var happened in events)
        {
            if (happened.ThreadId is { } thread) Tell(thread, new Heard.Change(happened.Position, happened.View?.Message?.Id));
            if (happened.Kind == Received && happened.ChannelId is { } channel) Tell(channel, new Heard.Change(happened.Position, null));
        }
    }

    public void Say(Guid threadId, string kind, string json) => Tell(threadId, new Heard.Word(kind, json));

    private void Tell(Guid place, Heard heard)
    {
        foreach (var ear in places.GetValueOrDefault(place) ?? []) ear.Take(heard);
    }

    private void Stand(Guid place, Ear ear) => places.AddOrUpdate(place, _ => [ear], (_, ears) => ears.Add(ear));

    private void Leave(Guid place, Ear ear)
    {
        while (places.TryGetValue(place, out var ears))
        {
            var left = ears.Remove(ear);
            if (left.IsEmpty ? places.TryRemove(new(place, ears)) : places.TryUpdate(place, left, ears)) return;
        }
    }

    /// <summary>One browser's stream.</summary>
    internal sealed class Ear : IDisposable
    {
        private const int Backlog = 256;

        private readonly VisitorStreams streams;
        private readonly Channel<Heard> heard = Channel.CreateBounded<Heard>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        private ImmutableList<Guid> stands;

        public Ear(VisitorStreams streams, Guid channelId)
        {
            this.streams = streams;
            stands = [channelId];
            streams.Stand(channelId, this);
        }

        public void MoveTo(IReadOnlyList<Guid> threads)
        {
            var before = stands;
            stands = [.. threads];
            foreach (var place in stands) streams.Stand(place, this);
            foreach (var place in before) streams.Leave(place, this);
        }

        /// <summary>A browser too slow for its backlog is hung up on: it comes back and takes up where it stopped.</summary>
        public void Take(Heard what)
        {
            if (!heard.Writer.TryWrite(what)) heard.Writer.TryComplete();
        }

        /// <summary>Null after a silence of that length.</summary>
        /// <exception cref="ChannelClosedException">Hung up.</exception>
        public async Task<Heard?> Next(TimeSpan silence, CancellationToken cancel)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(silence);
            try
            {
                return await heard.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return null;
            }
        }

        public void Dispose()
        {
            foreach (var place in stands) streams.Leave(place, this);
        }
    }
}

/// <summary>What an ear hears.</summary>
internal abstract record Heard
{
    /// <summary>Something was committed in the thread.</summary>
    internal sealed record Change(long Position, Guid? MessageId) : Heard;

    /// <summary>Something small that is not kept: typing, a read mark.</summary>
    internal sealed record Word(string Kind, string Json) : Heard;
}
