namespace Relais.Server.Channels;

/// <summary>Where a channel that listens puts what it hears: into the journal, as the door does with what is brought.</summary>
public sealed class Letterbox(ConnectedChannel channel, Journal journal, ChannelStanding standing, TimeProvider clock)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>Durable when it returns: only then may the provider be told that we have it. Waits while the store is busy.</summary>
    /// <returns>False when that key was there already.</returns>
    public async Task<bool> Put(string key, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await journal.Append(channel, key, body, cancel);
            }
            catch (Overloaded)
            {
                await Task.Delay(Breath, clock, cancel);
            }
        }
    }

    /// <summary>The line to the provider stands: a channel that was shown as failing is well again.</summary>
    public Task Stands(CancellationToken cancel) => standing.Judge(channel.OrganisationId, channel.Id, problem: null, cancel);
}

/// <summary>
/// Listening cannot go on until an administrator mends something: the channel is shown as failing. The code has a text
/// <c>error.{code}</c> and an advice <c>advice.{code}</c>.
/// </summary>
public sealed class ListeningFailed(string code, string reason) : Exception(reason)
{
    /// <summary>As a channel's problem is written.</summary>
    public string Problem => $"{code}: {Message}";
}
