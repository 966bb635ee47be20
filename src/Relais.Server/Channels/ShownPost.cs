using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>What came of asking a provider for a post.</summary>
public abstract record ShownPost
{
    private ShownPost()
    {
    }

    /// <param name="Card">What it says.</param>
    /// <param name="Picture">What <see cref="ChannelKind.Fetch"/> gets its picture by; null when it has none.</param>
    public sealed record As(PostCard Card, string? Picture = null) : ShownPost;

    public sealed record TryLater(string Reason, TimeSpan? After = null) : ShownPost;

    /// <summary>It was taken down, or is not shown to us.</summary>
    public sealed record Gone(string Reason) : ShownPost;
}
