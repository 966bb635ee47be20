namespace Relais.Server.Persistence;

/// <summary>
/// What one node at a time does, by the name of its lock in the store. Any number will do, as long as no other is the same and
/// all nodes agree on it.
/// </summary>
internal static class Locks
{
    /// <summary>The organisation is made.</summary>
    public const long SetUp = 0x52656C616973;

    /// <summary>What comes in becomes conversations; who moves what a contact has keeps it waiting.</summary>
    public const long Intake = 0x5245_4C41_4953_0001;

    /// <summary>What goes out is given to those who send it.</summary>
    public const long Outbox = 0x5245_4C41_4953_0002;

    /// <summary>Files are fetched from providers.</summary>
    public const long MediaFetcher = 0x5245_4C41_4953_0003;

    /// <summary>What is due happens.</summary>
    public const long Timers = 0x5245_4C41_4953_0004;

    /// <summary>What was found out of a channel is written down: whether it works, what is left of it.</summary>
    public const long ChannelStanding = 0x5245_4C41_4953_0005;

    /// <summary>A removed topic is taken off conversations.</summary>
    public const long TopicRemoval = 0x5245_4C41_4953_0006;

    /// <summary>Contacts are looked at for a group.</summary>
    public const long ContactSweeps = 0x5245_4C41_4953_0007;

    /// <summary>What can be searched is written down.</summary>
    public const long Search = 0x5245_4C41_4953_0008;

    /// <summary>A saved reply gets its shortcut.</summary>
    public const long ReplyShortcuts = 0x5245_4C41_4953_0009;

    /// <summary>A removed tag is taken off messages.</summary>
    public const long TagRemoval = 0x5245_4C41_4953_000A;

    /// <summary>What is left of deleted contacts is removed.</summary>
    public const long Erasing = 0x5245_4C41_4953_000B;

    /// <summary>Providers are asked what posts say.</summary>
    public const long PostFetcher = 0x5245_4C41_4953_000C;

    /// <summary>Messages nobody asked for are written; who pauses them waits.</summary>
    public const long Broadcasts = 0x5245_4C41_4953_000E;

    /// <summary>Conversations are given to those who are free.</summary>
    public const long Assignment = 0x5245_4C41_4953_0010;

    /// <summary>Conversations are routed again.</summary>
    public const long Rerouting = 0x5245_4C41_4953_0011;

    /// <summary>What programs are told is given to those who tell it.</summary>
    public const long AgentCalls = 0x5245_4C41_4953_0012;

    /// <summary>What the absent had is taken from them.</summary>
    public const long RemoveAssignments = 0x5245_4C41_4953_0021;

    /// <summary>Mails of what was not read are written.</summary>
    public const long Digests = 0x5245_4C41_4953_0031;

    /// <summary>Where a reason or a topic is asked for is chosen.</summary>
    public const long ResolveScopes = 0x5245_4C41_4953_0032;
}
