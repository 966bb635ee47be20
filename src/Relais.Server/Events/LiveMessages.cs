using Relais.Server.People;

namespace Relais.Server.Events;

/// <summary>
/// Everything the live line says to a screen: each property is a message of that name with its content. Never sent as a
/// whole; it stands in the description of the API, which knows only HTTP, so that screens need not guess.
/// </summary>
/// <param name="Bye">This line ends; the content says why (<c>rights.changed</c>, <c>session.ended</c>).</param>
public sealed record LiveMessages(
    EventBatch Events, IReadOnlyList<PresenceView> Presence, ViewersChanged Viewers, ContactTyping ContactTyping, string Bye);

/// <summary>The events after <paramref name="From"/> up to <paramref name="To"/>: positions one may not see are left out.</summary>
public sealed record EventBatch(long From, long To, IReadOnlyList<EventView> Events)
{
    /// <summary>From events that are JSON already.</summary>
    public static Verbatim Of(long from, long to, IEnumerable<string> events) =>
        new($"{{\"from\":{from},\"to\":{to},\"events\":[{string.Join(',', events)}]}}");
}

/// <summary>Who looks at a conversation now.</summary>
public sealed record ViewersChanged(Guid ConversationId, IReadOnlyList<Viewer> Viewers);

/// <summary>The contact is typing, or stopped.</summary>
public sealed record ContactTyping(Guid ConversationId, bool Typing);
