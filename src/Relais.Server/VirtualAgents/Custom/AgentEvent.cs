using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.VirtualAgents.Custom;

/// <summary>What a program is told, as it is posted to its web hook.</summary>
/// <param name="Type"><c>CONVERSATION_STARTED</c>, <c>CONVERSATION_DELEGATED</c> or <c>INBOUND_MESSAGE_RECEIVED</c>; others may be added.</param>
/// <param name="IdempotencyKey">The same at every attempt.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">To whom, where and what.</param>
public sealed record AgentEvent(string Type, int Version, Guid IdempotencyKey, DateTimeOffset Timestamp, AgentEventContent Data)
{
    private const int Current = 1;

    private static readonly JsonSerializerOptions Options = Make();

    public static AgentEvent Of(AgentEventRow row, AgentEventContent content) => new(TypeOf(row.Kind), Current, row.Id, row.At, content);

    public static string TypeOf(AgentEventKind kind) => kind switch
    {
        AgentEventKind.Started => "CONVERSATION_STARTED",
        AgentEventKind.Delegated => "CONVERSATION_DELEGATED",
        _ => "INBOUND_MESSAGE_RECEIVED",
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        Json.Configure(options);
        return options;
    }
}

/// <summary>Who it is about, where, and what was said.</summary>
public sealed record AgentEventContent(Guid VirtualAgentId, AgentConversation Conversation, AgentContact Contact)
{
    /// <summary>What the contact wrote, where the event is about that.</summary>
    public AgentMessage? Message { get; init; }

    /// <summary>What was said so far, the oldest first, where a member gave it the conversation.</summary>
    public IReadOnlyList<AgentMessage>? Messages { get; init; }

    /// <summary>The member who did.</summary>
    public string? DelegatedBy { get; init; }

    /// <summary>True where an administrator tries the web hook: there is no such conversation. Left out otherwise.</summary>
    public bool? Test { get; init; }
}

/// <param name="Channel">What kind of medium it is.</param>
/// <param name="ChannelName">As the organisation calls it.</param>
/// <param name="Topics">What it is about, by name.</param>
public sealed record AgentConversation(Guid Id, int Number, Guid ChannelId, string Channel, string ChannelName, IReadOnlyList<string> Topics);

/// <param name="Attributes">What is known of the contact, by alias.</param>
public sealed record AgentContact(Guid Id, string Name, string? Email, string? Phone, string? Language, IReadOnlyDictionary<string, string> Attributes)
{
    public static AgentContact Of(Contact contact) => new(
        contact.Id, contact.DisplayName, contact.Email, contact.Phone, contact.Language,
        contact.Values.Select(value => value.Alias).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(alias => (alias, contact.Shown(alias)?.Value)).Where(one => one.Value is not null).ToDictionary(one => one.alias, one => one.Value!, StringComparer.Ordinal));
}

/// <param name="From">contact, member, virtualAgent or system.</param>
/// <param name="Kind">text, image, document…</param>
public sealed record AgentMessage(Guid Id, string From, string Kind, string Text, DateTimeOffset At, IReadOnlyList<AgentFile> Attachments)
{
    public static AgentMessage Of(Message message, IEnumerable<Attachment> files, SiteAddress address) => new(
        message.Id, Called(message.AuthorKind), Called(message.Kind), message.Text, message.At, [.. files.Select(file => AgentFile.Of(file, address))]);

    private static string Called<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <param name="Url">Not to be guessed, and open to whoever knows it: copy the file at once. Left out where it could not be had.</param>
public sealed record AgentFile(string Name, string MimeType, long Size, string? Url)
{
    public static AgentFile Of(Attachment file, SiteAddress address) =>
        new(file.Name, file.ContentType, file.Size, file.Key is { } key ? address.Of($"api/v1/attachments/{key}").ToString() : null);
}

/// <summary>Puts together what a program is told, from what the store says at this moment.</summary>
internal sealed class AgentEventWriting(RelaisDb db, SiteAddress address)
{
    private const int MostMessages = 20;

    /// <summary>Null when the conversation or its message is gone.</summary>
    public async Task<AgentEvent?> Of(AgentEventRow row, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == row.ConversationId, cancel) is not { } conversation) return null;
        if (await db.Channels.AsNoTracking().FirstOrDefaultAsync(one => one.Id == conversation.ChannelId, cancel) is not { } channel) return null;
        if (await db.Contacts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == conversation.ContactId, cancel) is not { } contact) return null;

        var topicIds = conversation.TopicIds.ToArray();
        var topics = await db.Topics.AsNoTracking().Where(topic => topicIds.Contains(topic.Id)).Select(topic => topic.Name).Order().ToListAsync(cancel);
        var content = new AgentEventContent(
            row.AgentId,
            new AgentConversation(conversation.Id, conversation.Number, channel.Id, channel.Kind, channel.Name, topics),
            AgentContact.Of(contact));
        return row.Kind switch
        {
            AgentEventKind.Received when await Message(row.MessageId, cancel) is { } message => AgentEvent.Of(row, content with { Message = message }),
            AgentEventKind.Received => null,
            AgentEventKind.Delegated => AgentEvent.Of(row, content with { DelegatedBy = row.MemberName, Messages = await Messages(row, cancel) }),
            _ => AgentEvent.Of(row, content),
        };
    }

    /// <summary>Whether files of the message are still being fetched.</summary>
    public Task<bool> AwaitsFiles(AgentEventRow row, CancellationToken cancel) =>
        db.Attachments.AnyAsync(file => file.MessageId != null && file.MessageId == row.MessageId && file.State == AttachmentState.Fetching, cancel);

    private async Task<AgentMessage?> Message(Guid? id, CancellationToken cancel)
    {
        if (await db.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } message) return null;

        return AgentMessage.Of(message, await Files([message.Id], cancel), address);
    }

    private async Task<IReadOnlyList<AgentMessage>> Messages(AgentEventRow row, CancellationToken cancel)
    {
        var messages = await db.Messages.AsNoTracking()
            .Where(one => one.ConversationId == row.ConversationId && one.Direction != Direction.Note && one.RemovedAt == null && one.Delivery != DeliveryStatus.Scheduled)
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(MostMessages).ToListAsync(cancel);
        var files = await Files([.. messages.Select(one => one.Id)], cancel);
        messages.Reverse();
        return [.. messages.Select(one => AgentMessage.Of(one, files.Where(file => file.MessageId == one.Id), address))];
    }

    private async Task<List<Attachment>> Files(Guid[] messageIds, CancellationToken cancel)
    {
        var ids = messageIds.Select(id => (Guid?)id).ToArray();
        return await db.Attachments.AsNoTracking().Where(file => file.MessageId != null && ids.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
    }
}
