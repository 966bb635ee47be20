namespace Relais.Server.Persistence.Rows;

/// <summary>That a conversation is about a topic: the searchable side of what the conversation itself says.</summary>
public sealed class ConversationTopicRow
{
    public Guid ConversationId { get; init; }

    public Guid TopicId { get; init; }

    public Guid OrganisationId { get; init; }
}

/// <summary>That a message has a tag: the countable side of what the message itself says.</summary>
public sealed class MessageTagRow
{
    public Guid MessageId { get; init; }

    public Guid TagId { get; init; }

    /// <summary>Of the message: conversations are found by the tags of what was said in them.</summary>
    public Guid ConversationId { get; init; }

    public Guid OrganisationId { get; init; }
}
