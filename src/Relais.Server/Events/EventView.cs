using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Notifications;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.Events;

/// <summary>
/// An event as clients get it. What changed is in it as a whole, fresh snapshot: applying it is replacing by id.
/// </summary>
/// <param name="Position">Gap-free within the organisation.</param>
/// <param name="Kind">The event's name, for instance <c>conversationResolved</c>.</param>
/// <param name="Trail">Whether it stands as a line in the conversation's audit trail.</param>
/// <param name="Moved">What the kept counters must follow: one less at From, one more at To. A conversation that moves to nowhere is gone from the screen.</param>
/// <param name="Detail">What only this kind has.</param>
/// <param name="Notices">Who is told of it; null = nobody.</param>
public sealed record EventView(
    long Position,
    string Kind,
    DateTimeOffset At,
    Actor Actor,
    bool Trail,
    ConversationRow? Conversation,
    MessageView? Message,
    ContactSummary? Contact,
    Moved? Moved,
    JsonObject? Detail,
    IReadOnlyList<NoticeView>? Notices = null)
{
    /// <summary>What clients call this kind of event.</summary>
    public static string KindOf<T>()
        where T : DomainEvent => KindOf(typeof(T));

    /// <inheritdoc cref="KindOf{T}"/>
    public static string KindOf(Type type) => char.ToLowerInvariant(type.Name[0]) + type.Name[1..];
}

/// <summary>From which place of the queues to which; to none when it is gone.</summary>
public sealed record Moved(QueuePlace? From, QueuePlace? To);

/// <summary>A committed event on its way to those who may see it.</summary>
/// <param name="ChannelId">Decides who may see it; null = every member of the organisation.</param>
/// <param name="Json">The view, serialised once for all.</param>
/// <param name="View">The view itself; null when it was read back from the table.</param>
/// <param name="TeamIds">For which teams what it is about was, where it does not say so itself.</param>
/// <param name="AssigneeId">Who had it.</param>
public sealed record LiveEvent(
    Guid OrganisationId,
    long Position,
    string Kind,
    Guid? ChannelId,
    Guid? ThreadId,
    string Json,
    EventView? View,
    IReadOnlyList<Guid>? TeamIds = null,
    Guid? AssigneeId = null)
{
    /// <summary>As it was written down, maybe by another node.</summary>
    public static LiveEvent Of(EventRow row) => new(
        row.OrganisationId,
        row.Position,
        row.Kind,
        row.ChannelId,
        row.ThreadId,
        row.Body,
        null,
        [.. row.TeamIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)],
        row.AssigneeId);
}

/// <summary>Looks at committed events. Must be quick and must not throw: it runs right after the commit.</summary>
public interface IEventTap
{
    void Committed(IReadOnlyList<LiveEvent> events);
}

public static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = Json.MaxDepth,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new InstantToText() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
