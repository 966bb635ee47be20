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

    /// <summary>Whether both would be the same thread, were they of the same contact.</summary>
    internal bool IsTwinOf(Thread other) =>
        ContinuedBy is null && other.ContinuedBy is null && (ChannelId, Visibility, Post) == (other.ChannelId, other.Visibility, other.Post);

    /// <summary>Its contact turned out to be another one, who may have the same thread: the one heard last goes on.</summary>
    internal void BelongTo(Contact contact, Thread? twin)
    {
        ContactId = contact.Id;
        Touch();
        if (twin is null) return;

        if ((LastInboundAt ?? CreatedAt) > (twin.LastInboundAt ?? twin.CreatedAt)) twin.ContinueIn(this);
        else ContinueIn(twin);
    }

    private void ContinueIn(Thread other)
    {
        ContinuedBy = other.Id;
        Touch();
    }

    /// <summary>Begins the next conversation of this thread. The caller knows that none is open.</summary>
    public Conversation Open(Actor by, DateTimeOffset at) => new(this, by, at);
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
}
