using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Channels;

/// <summary>Tells the contact's side that we read or type. Best effort: the newest matters, and losing one harms nobody.</summary>
public sealed partial class Signals(IServiceScopeFactory scopes, ConnectedChannels channels, TimeProvider clock, ILogger<Signals> log)
    : Worker(clock, log)
{
    private readonly Channel<(Guid ThreadId, bool? Typing)> waiting = System.Threading.Channels.Channel.CreateBounded<(Guid, bool?)>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    private readonly ConcurrentDictionary<Guid, bool> typing = new();

    public void Typing(Guid threadId, bool on)
    {
        if (typing.GetValueOrDefault(threadId) == on && !on) return;

        typing[threadId] = on;
        waiting.Writer.TryWrite((threadId, on));
    }

    public void Read(Guid threadId) => waiting.Writer.TryWrite((threadId, null));

    protected override async Task Round(CancellationToken cancel)
    {
        var (threadId, on) = await waiting.Reader.ReadAsync(cancel);
        try
        {
            await Tell(threadId, on, cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogLost(Log, threadId, exception);
        }
    }

    private async Task Tell(Guid threadId, bool? on, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var thread = await db.Threads.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(row => row.Id == threadId, cancel);
        if (thread is null || await channels.Find(thread.ChannelId, cancel) is not { } channel) return;

        var capabilities = channels.CapabilitiesOf(channel).In(thread.Visibility);
        if (on is null ? !capabilities.ReadOut : !capabilities.TypingOut) return;

        var to = await Addresses.Of(db, thread, cancel);
        var last = await db.Messages.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.ThreadId == threadId && row.Direction == Direction.In)
            .OrderByDescending(row => row.At).Select(row => new { row.ExternalId, row.Extra }).FirstOrDefaultAsync(cancel);
        Signal signal = on is { } state ? new Signal.Typing(threadId, to, last?.ExternalId, state) : new Signal.Read(threadId, to, last?.ExternalId);
        await channels.KindOf(channel).Tell(channel, signal with { LastExtra = last?.Extra }, cancel);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A reading or typing mark of thread {ThreadId} was lost.")]
    private static partial void LogLost(ILogger log, Guid threadId, Exception exception);
}
