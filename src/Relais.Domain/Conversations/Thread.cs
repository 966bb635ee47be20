using Relais.Domain.Contacts;
using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

/// <summary>Who else can read along.</summary>
public enum Visibility
{
    /// <summary>Direct messages.</summary>
    Private,

    /// <summary>Comments, mentions and replies under a post.</summary>
    Public,
}

/// <summary>
/// The lasting exchange of one contact on one channel (and under one post, for public comments). It never ends;
/// conversations begin and end inside it, at most one open at a time.
/// </summary>
public sealed class Thread : Entity
{
    public const int PostLimit = 200;

    private Thread()
    {
    }

    public Thread(
        Guid organisationId, Guid channelId, Contact contact, Visibility visibility, string? post, DateTimeOffset at)
    {
        OrganisationId = organisationId;
        ChannelId = channelId;
        ContactId = contact.Id;
        Visibility = visibility;
        Post = post ?? "";
        CreatedAt = at;
        Touch();
    }

    public Guid ChannelId { get; private init; }

    public Guid ContactId { get; private set; }

    public Visibility Visibility { get; private init; }

    /// <summary>The provider's id of the post it is about; empty for direct messages.</summary>
    public string Post { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the contact last wrote: what a provider's reply window counts from.</summary>
    public DateTimeOffset? LastInboundAt { get; private set; }

    /// <summary>The thread that goes on in its place, since two contacts turned out to be one; null while it goes on itself.</summary>
    public Guid? ContinuedBy { get; private set; }

    public void Heard(DateTimeOffset at)
    {
        if (LastInboundAt >= at) return;

        LastInboundAt = at;
        Touch();
    }

    /// <summary>Begins the next conversation of this thread. The caller knows that none is open.</summary>
    public Conversation Open(Actor by, DateTimeOffset at) => new(this, by, at);

    internal void BelongTo(Contact contact)
    {
        ContactId = contact.Id;
        Touch();
    }

    /// <summary>Of threads that would be one and the same, were they not of two contacts before, the one heard last goes on.</summary>
    /// <param name="threads">All threads of one contact.</param>
    internal static void Settle(IEnumerable<Thread> threads)
    {
        foreach (var twins in threads.GroupBy(thread => (thread.ChannelId, thread.Visibility, thread.Post)))
        {
            var last = twins.OrderByDescending(thread => thread.LastInboundAt ?? thread.CreatedAt).ThenBy(thread => thread.Id).First();
            foreach (var thread in twins) thread.ContinueIn(thread == last ? null : last.Id);
        }
    }

    private void ContinueIn(Guid? other)
    {
        if (ContinuedBy == other) return;

        ContinuedBy = other;
        Touch();
    }
}

/// <summary>Until when a free answer is allowed on a thread.</summary>
/// <param name="ClosesAt">Null where the channel knows no window.</param>
/// <param name="IsOpen">Whether a free answer is allowed now.</param>
public sealed record ReplyWindow(DateTimeOffset? ClosesAt, bool IsOpen)
{
    public static readonly ReplyWindow Unlimited = new(null, IsOpen: true);

    public static ReplyWindow Of(Thread thread, int? hours, DateTimeOffset now)
    {
        if (hours is null) return Unlimited;

        var closesAt = thread.LastInboundAt?.AddHours(hours.Value);
        return new ReplyWindow(closesAt, closesAt > now);
    }

    /// <exception cref="RuleViolation"><c>message.window_closed</c>.</exception>
    public void RefuseClosed()
    {
        if (!IsOpen)
            throw new RuleViolation(
                "message.window_closed",
                "The contact wrote too long ago for a free answer: send a template.",
                new Dictionary<string, object?> { ["closedAt"] = ClosesAt });
    }
}
