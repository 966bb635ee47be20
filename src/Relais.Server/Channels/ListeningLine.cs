namespace Relais.Server.Channels;

/// <summary>Listens on one channel until it is told to stop: whatever breaks the line, it is taken up again after a growing pause.</summary>
public sealed partial class ListeningLine(
    ConnectedChannels channels, Journal journal, ChannelStanding standing, TimeProvider clock, ILogger<ListeningLine> log)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>A line that stood so long was a good one: the next pause is short again.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(2);

    /// <summary>Never throws; ends when called off.</summary>
    public async Task Listen(ConnectedChannel channel, CancellationToken stop)
    {
        var pause = Shortest;
        while (!stop.IsCancellationRequested)
        {
            var begun = clock.GetTimestamp();
            await Once(channel, stop);
            pause = clock.GetElapsedTime(begun) > Good ? Shortest : pause;
            await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < Longest ? pause * 2 : Longest;
        }
    }

    private async Task Once(ConnectedChannel channel, CancellationToken stop)
    {
        try
        {
            await channels.KindOf(channel).Listen(channel, new Letterbox(channel, journal, standing, clock), stop);
        }
        catch (ListeningFailed failed)
        {
            await Judge(channel, failed.Problem, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Called off.
        }
        catch (Exception exception)
        {
            LogBroken(log, channel.Kind, channel.Id, exception);
        }
    }

    private async Task Judge(ConnectedChannel channel, string problem, CancellationToken stop)
    {
        try
        {
            await standing.Judge(channel.OrganisationId, channel.Id, problem, stop);
        }
        catch (Exception exception)
        {
            if (!stop.IsCancellationRequested) LogBroken(log, channel.Kind, channel.Id, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line to the provider of {Kind} {ChannelId} broke; it is taken up again.")]
    private static partial void LogBroken(ILogger log, string kind, Guid channelId, Exception exception);
}
