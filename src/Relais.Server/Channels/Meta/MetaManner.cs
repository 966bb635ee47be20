namespace Relais.Server.Channels.Meta;

/// <summary>How a medium of Meta's takes messages.</summary>
internal sealed record MetaManner
{
    /// <summary>A page's Messenger.</summary>
    public static readonly MetaManner Page = new() { IsMarked = true };

    /// <summary>An Instagram account: no id of ours comes back, and by one of its two logins files are not taken but only fetched.</summary>
    public static readonly MetaManner Account = new() { FetchesFiles = true, MostBytes = 1000 };

    /// <summary>Whether a message carries our own id, which its echo repeats.</summary>
    public bool IsMarked { get; private init; }

    /// <summary>Whether Meta fetches files from us, instead of being brought them.</summary>
    public bool FetchesFiles { get; private init; }

    /// <summary>How long words may be, in UTF-8.</summary>
    public int MostBytes { get; private init; } = int.MaxValue;
}
