using Relais.Domain.Channels;
using Relais.Domain.Conversations;
using Relais.Server.Hours;

namespace Relais.Server.Channels.Connect;

/// <summary>A channel as every member who may see it sees it.</summary>
public record ChannelView(
    Guid Id,
    string Name,
    string Kind,
    ChannelStatus Status,
    string? Problem,
    CapabilitiesView Capabilities,
    bool Everyone,
    IReadOnlyList<Guid> TeamIds,
    IReadOnlyList<Guid> MemberIds,
    bool AutoAssignOnReply)
{
    /// <summary>Which of what the provider grants runs low: see <see cref="Allowance.Key"/>; null when nothing does.</summary>
    public string? RunsLow { get; init; }

    /// <summary>Null = always open.</summary>
    public ChannelHours? Hours { get; init; }
}

/// <summary>A channel as an administrator sees it: with its settings (secrets only as set or not) and what the other side must know.</summary>
public sealed record ChannelDetail : ChannelView
{
    public ChannelDetail(ChannelView channel, IReadOnlyDictionary<string, object?> settings, IReadOnlyDictionary<string, string> connection)
        : base(channel) => (Settings, Connection) = (settings, connection);

    public IReadOnlyDictionary<string, object?> Settings { get; }

    public IReadOnlyDictionary<string, string> Connection { get; }
}

/// <summary>What may be done on a channel, for the screens.</summary>
/// <param name="Public">What may be done under a post; null where nothing public comes.</param>
public sealed record CapabilitiesView(
    TextLimit Text,
    AttachmentLimits Attachments,
    int? ReplyWindowHours,
    bool Templates,
    bool ReplyTo,
    IReadOnlyList<string> Reactions,
    bool TypingOut,
    bool ReadOut,
    bool DeliveredReceipts,
    bool ReadReceipts,
    bool Edits,
    bool Removals,
    bool Hiding,
    Deletion Deletes,
    int? PrivateReplyHours,
    UnknownPolicy UnknownPolicy,
    MessagePrice? Price,
    CapabilitiesView? Public)
{
    public static CapabilitiesView Of(Capabilities can) => new(
        new TextLimit(can.MaxText, can.Counting, can.SplitsAt),
        new AttachmentLimits(can.MaxAttachments, can.Files.ToDictionary(entry => entry.Key, entry => entry.Value)),
        can.ReplyWindowHours,
        can.Templates,
        can.ReplyTo,
        can.Reactions,
        can.TypingOut,
        can.ReadOut,
        can.DeliveredReceipts,
        can.ReadReceipts,
        can.Edits,
        can.Removals,
        can.Hiding,
        can.Deletes,
        can.PrivateReplyHours,
        can.Unknown,
        can.Price,
        can.Public is { } open ? Of(open) : null);
}

/// <summary>How long a text may be, and how that is counted.</summary>
/// <param name="Max">The longest.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="SplitsAt">Longer ones go out in parts of at most so much, weighted; null = in one.</param>
public sealed record TextLimit(int Max, TextCounting Unit, int? SplitsAt);

public sealed record AttachmentLimits(int Max, IReadOnlyDictionary<AttachmentKind, FileLimit> Kinds);
