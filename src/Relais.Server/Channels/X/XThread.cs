namespace Relais.Server.Channels.X;

/// <summary>Says in a chain of posts what is too long for one, where the shop wants that.</summary>
internal sealed class XThread(Capabilities can, ChannelMemory memory, Guid channelId)
{
    /// <summary>A post, as X counts. https://docs.x.com/fundamentals/counting-characters</summary>
    public const int LongestPost = 280;

    /// <summary>Longer ones nobody reads to their end.</summary>
    public const int Longest = 10 * LongestPost;

    /// <summary>Null when it can be said.</summary>
    public string? FaultOf(string text) =>
        can.LengthOf(text) is var length && length > can.MaxText ? $"X counts {length} of at most {can.MaxText} characters." : null;

    /// <param name="answer">The whole.</param>
    /// <param name="send">Brings a part, below the one before.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task<Delivery> Send(Outgoing answer, Func<string, string?, Task<Delivery>> send, CancellationToken cancel) =>
        can.PartsOf(answer.Text) is { Count: > 1 } parts ? memory.SendParts(channelId, answer, parts, send, cancel) : send(answer.Text, null);
}
