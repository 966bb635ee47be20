namespace Relais.Server.Channels;

/// <summary>A call at a channel's door, with its body as it came.</summary>
public sealed record DoorRequest(string Method, IHeaderDictionary Headers, IQueryCollection Query, ReadOnlyMemory<byte> Body)
{
    /// <summary>As the provider called it: Relais' public address with path and query. Some providers sign it.</summary>
    public Uri? Url { get; init; }
}

/// <summary>How a provider writes bodies at our door.</summary>
public enum BodyFormat
{
    Json,

    /// <summary>As <c>application/x-www-form-urlencoded</c>.</summary>
    Form,
}

/// <summary>What a channel makes of a call at its door.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Genuine: write it down, then answer 200. The key is unique in the channel for ever.</summary>
    public sealed record Accepted(string Key) : Verdict;

    /// <summary>A question that is answered at once and never stored: a handshake.</summary>
    public sealed record Answered(string Body, string ContentType = "text/plain") : Verdict;

    /// <summary>Wrong or missing signature: 401, nothing stored.</summary>
    public sealed record Refused : Verdict;

    /// <summary>Genuine perhaps, but not to be understood: 400.</summary>
    public sealed record Malformed(string Reason) : Verdict;
}
