using Relais.Domain.Shared;

namespace Relais.Domain.Conversations;

/// <summary>Something that happened to one message without touching its conversation.</summary>
public abstract record MessageEvent(Message Message, Actor By, DateTimeOffset At) : DomainEvent(By, At);

/// <summary>Its delivery moved: sent, delivered, read, failed, or back to queued for another try.</summary>
public sealed record MessageDelivery(Message Message, Actor By, DateTimeOffset At) : MessageEvent(Message, By, At);

/// <summary>It was edited, removed or reacted to, or one of its attachments arrived.</summary>
public sealed record MessageChanged(Message Message, Actor By, DateTimeOffset At) : MessageEvent(Message, By, At);
