using Relais.Domain.Conversations;

namespace Relais.Server.Channels;

/// <summary>What a channel can do. Every behaviour that differs between media follows from here.</summary>
public sealed record Capabilities
{
    /// <summary>The longest text, counted as <see cref="Counting"/> says.</summary>
    public int MaxText { get; init; } = 4096;

    /// <summary>How the length of a text is counted.</summary>
    public TextCounting Counting { get; init; }

    /// <summary>
    /// Texts longer than so much, weighted, go out in parts that say which of how many they are; they stay one message here. Null = each
    /// is sent as it is.
    /// </summary>
    public int? SplitsAt { get; init; }

    /// <summary>How many files one message may carry.</summary>
    public int MaxAttachments { get; init; }

    /// <summary>Which files, and how large.</summary>
    public IReadOnlyDictionary<AttachmentKind, FileLimit> Files { get; init; } = new Dictionary<AttachmentKind, FileLimit>();

    /// <summary>How long after the contact's last message a free answer is allowed; null = always.</summary>
    public int? ReplyWindowHours { get; init; }

    public bool Templates { get; init; }

    /// <summary>
    /// Whether somebody can be written to who has never written: <see cref="ChannelKind.AddressOf"/> says under which id. Where free
    /// answers have their time, with a template.
    /// </summary>
    public bool WritesFirst { get; init; }

    /// <summary>Whether the network wants the contact's consent before somebody writes to him first.</summary>
    public bool AsksConsent { get; init; }

    public bool ReplyTo { get; init; }

    /// <summary>The emoji one may put on what a contact wrote, the usual ones first; empty = none.</summary>
    public IReadOnlyList<string> Reactions { get; init; } = [];

    public bool TypingOut { get; init; }

    public bool ReadOut { get; init; }

    public bool DeliveredReceipts { get; init; }

    public bool ReadReceipts { get; init; }

    public bool Edits { get; init; }

    public bool Removals { get; init; }

    /// <summary>What may be done under a post, where others read along; null = nothing public comes.</summary>
    public Capabilities? Public { get; init; }

    /// <summary>Whether what contacts write can be hidden from the public.</summary>
    public bool Hiding { get; init; }

    /// <summary>Whose words in public can be deleted at the network, for good.</summary>
    public Deletion Deletes { get; init; }

    /// <summary>How long after a comment it may be answered once in private; null = never.</summary>
    public int? PrivateReplyHours { get; init; }

    /// <summary>How large all files of one message may be together; null = each for itself.</summary>
    public long? MaxFilesBytes { get; init; }

    /// <summary>Whether an answer repeats what it answers, as mails do, or needs what its kind said of it: <see cref="Outgoing.Answers"/> is filled in.</summary>
    public bool AnswersRepeat { get; init; }

    /// <summary>What a contact may be given to choose from; null = he answers with words only.</summary>
    public ChoiceLimits? Choices { get; init; }

    /// <summary>What to do with an answer that may or may not have been sent.</summary>
    public UnknownPolicy Unknown { get; init; }

    /// <summary>What the provider charges for one message; null where it does not depend on the message.</summary>
    public MessagePrice? Price { get; init; }

    /// <summary>How many messages a second the provider takes; the outbox keeps to it.</summary>
    public double MessagesPerSecond { get; init; } = 50;

    public bool CanDelete(Direction written) => Deletes == Deletion.All || (Deletes == Deletion.Ours && written == Direction.Out);

    public int LengthOf(string text) => Counting == TextCounting.Weighted ? WeightedText.LengthOf(text) : text.Length;

    /// <summary>What goes out of such a text, one after the other.</summary>
    public IReadOnlyList<string> PartsOf(string text) => SplitsAt is { } longest ? WeightedText.Split(text, longest) : [text];

    /// <summary>What may be done in a thread that such people can read.</summary>
    public Capabilities In(Visibility visibility) => visibility == Visibility.Public && Public is { } open ? open : this;
}

/// <summary>How a network counts the length of a text.</summary>
public enum TextCounting
{
    /// <summary>In UTF-16 units.</summary>
    Chars,

    /// <summary>Wide letters and emoji are two, an address is 23.</summary>
    Weighted,
}

/// <summary>A limit on one kind of file.</summary>
/// <param name="MaxBytes">The largest size.</param>
/// <param name="Types">The content types; empty = all.</param>
public sealed record FileLimit(long MaxBytes, IReadOnlyList<string> Types);

/// <summary>How many choices a message may offer, how long they and the words above them may be.</summary>
public sealed record ChoiceLimits(int Max, int MaxLabel, int MaxText)
{
    public bool Fit(string text, IReadOnlyList<string> labels) =>
        labels.Count <= Max && text.Length <= MaxText && labels.All(label => label.Length <= MaxLabel);
}

/// <summary>What one message costs at most, so that whoever writes it knows before.</summary>
/// <param name="WithLink">The same, with an address in the text.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record MessagePrice(decimal Amount, decimal WithLink, string Currency);

/// <summary>What may be deleted for good where others read along.</summary>
public enum Deletion
{
    None,

    /// <summary>What we said ourselves.</summary>
    Ours,

    /// <summary>What contacts say, too.</summary>
    All,
}

public enum UnknownPolicy
{
    /// <summary>Shown to the agent, who decides: the provider cannot recognise a repetition.</summary>
    Ask,

    /// <summary>Sent again: the other side recognises the repetition by its id.</summary>
    Resend,
}
