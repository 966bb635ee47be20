using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Thread = Relais.Domain.Conversations.Thread;

namespace Relais.Server.Conversations;

/// <summary>A channel on which a contact could be written to in private, with its way in or what stands in it.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="Address">Under which id he is written to there; null where none is known.</param>
/// <param name="Window">Until when a free text is allowed.</param>
/// <param name="Thread">What was said there; null when nothing was.</param>
/// <param name="Open">The conversation he has there now.</param>
/// <param name="Consent">The last word on whether he may be written to first.</param>
/// <param name="Obstacle">Why not; null when he can be written to.</param>
public sealed record ContactPlace(
    Guid ChannelId, string? Address, ReplyWindow Window, Thread? Thread, Conversation? Open, Consent? Consent, PlaceObstacle? Obstacle)
{
    /// <summary>Whether he has never been known there: the address comes from elsewhere.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether a free text is not allowed, and a template is.</summary>
    public bool NeedsTemplate => !Window.IsOpen;

    /// <summary>Whether the network wants to know that he agreed: he has not written there, and nobody has said so.</summary>
    public bool NeedsConsent { get; init; }
}

/// <summary>Why a contact cannot be written to on a channel.</summary>
public enum PlaceObstacle
{
    /// <summary>The channel is disconnected, or its settings cannot be read.</summary>
    Disconnected,

    /// <summary>Nobody can write first there, and he has not written.</summary>
    NeverWrote,

    /// <summary>No telephone number or mailbox is known that is his for sure.</summary>
    NoAddress,

    /// <summary>The address is known there as another contact's: they may be one person, which an administrator decides.</summary>
    SomebodyElse,

    /// <summary>He wants to be written to there no more.</summary>
    OptedOut,

    /// <summary>The time for a free answer is over, and the channel knows no templates.</summary>
    WindowClosed,

    /// <summary>He has a conversation there that is for others.</summary>
    ForOthers,
}
