using Relais.Domain.Conversations;

namespace Relais.Server.Channels.Custom;

/// <summary>What the system at the other end can do, as it declares it. What is left out keeps the value shown here.</summary>
public sealed record CustomAbilities
{
    /// <summary>The longest text, in UTF-16 units: 1 to 100,000.</summary>
    public int MaxText { get; init; } = 10_000;

    /// <summary>How many files one message may carry: 0 to 20.</summary>
    public int MaxAttachments { get; init; } = 10;

    /// <summary>The largest file in bytes by kind of file (image, video, audio, document); a kind left out is not taken.</summary>
    public IReadOnlyDictionary<AttachmentKind, CustomFileLimit> Attachments { get; init; } = new Dictionary<AttachmentKind, CustomFileLimit>
    {
        [AttachmentKind.Image] = new(),
        [AttachmentKind.Video] = new(),
        [AttachmentKind.Audio] = new(),
        [AttachmentKind.Document] = new(),
    };

    /// <summary>How long after the contact's last message a free answer is allowed, rounded up to whole hours; null = always.</summary>
    public int? ReplyWindowSeconds { get; init; }

    public bool ReplyTo { get; init; } = true;

    public bool TypingOut { get; init; }

    public bool ReadOut { get; init; }

    public bool DeliveredReceipts { get; init; } = true;

    public bool ReadReceipts { get; init; } = true;

    public bool Edits { get; init; } = true;

    public bool Removals { get; init; } = true;

    public bool PublicThreads { get; init; }

    /// <summary>How many answers a second the other side takes: 0.1 to 1,000.</summary>
    public double MessagesPerSecond { get; init; } = 50;

    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    internal string? Fault() => this switch
    {
        { MaxText: < 1 or > Message.TextLimit } => $"maxText must lie between 1 and {Message.TextLimit}.",
        { MaxAttachments: < 0 or > 20 } => "maxAttachments must lie between 0 and 20.",
        { ReplyWindowSeconds: < 1 or > 31_536_000 } => "replyWindowSeconds must lie between 1 and 31536000, or be null.",
        { MessagesPerSecond: not (>= 0.1 and <= 1000) } => "messagesPerSecond must lie between 0.1 and 1000.",
        _ when Attachments is null || Attachments.Values.Any(limit => limit is null || limit.MaxBytes is < 1 or > CustomFileLimit.Most) =>
            $"maxBytes must lie between 1 and {CustomFileLimit.Most}.",
        _ => null,
    };

    internal Capabilities AsCapabilities() => PublicThreads ? Everywhere with { Public = Everywhere } : Everywhere;

    private Capabilities Everywhere => new()
    {
        MaxText = MaxText,
        MaxAttachments = MaxAttachments,
        Files = Attachments.ToDictionary(pair => pair.Key, pair => new FileLimit(pair.Value.MaxBytes, pair.Value.Types ?? [])),
        ReplyWindowHours = ReplyWindowSeconds is { } seconds ? (seconds + 3599) / 3600 : null,
        ReplyTo = ReplyTo,
        TypingOut = TypingOut,
        ReadOut = ReadOut,
        DeliveredReceipts = DeliveredReceipts,
        ReadReceipts = ReadReceipts,
        Edits = Edits,
        Removals = Removals,
        Unknown = UnknownPolicy.Resend,
        MessagesPerSecond = MessagesPerSecond,
    };
}

/// <summary>A limit on one kind of file.</summary>
public sealed record CustomFileLimit
{
    internal const long Most = 100 * 1024 * 1024;

    public long MaxBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>The content types; empty = all.</summary>
    public IReadOnlyList<string>? Types { get; init; } = [];
}
