namespace Relais.Domain.Conversations;

public enum DraftMode
{
    Reply,
    Note,

    /// <summary>An answer to a comment that nobody else shall read.</summary>
    Private,
}

/// <summary>What a member has written but not sent, one per conversation and mode, so that neither leaks into the other.</summary>
public sealed class Draft
{
    public const int TextLimit = 100_000;

    private Draft()
    {
    }

    public Draft(Guid organisationId, Guid memberId, Guid conversationId, DraftMode mode)
    {
        OrganisationId = organisationId;
        MemberId = memberId;
        ConversationId = conversationId;
        Mode = mode;
    }

    public Guid OrganisationId { get; private init; }

    public Guid MemberId { get; private init; }

    public Guid ConversationId { get; private init; }

    public DraftMode Mode { get; private init; }

    public string Text { get; private set; } = "";

    public DateTimeOffset UpdatedAt { get; private set; }

    public void Write(string text, DateTimeOffset at)
    {
        Text = text;
        UpdatedAt = at;
    }
}
