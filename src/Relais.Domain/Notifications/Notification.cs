using Relais.Domain.Shared;

namespace Relais.Domain.Notifications;

/// <summary>What a member is told of. While he has not read it, the same again in the same conversation only makes it count up.</summary>
public sealed class Notification : Entity
{
    /// <summary>A browser is told of what is still unread after so long: whoever sits before Relais has seen it by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Notification()
    {
    }

    public Notification(Notice notice, NotificationPreferences wishes)
    {
        OrganisationId = notice.About.Conversation.OrganisationId;
        MemberId = notice.MemberId;
        Kind = notice.Kind;
        ConversationId = notice.About.Conversation.Id;
        MessageId = notice.About.Message?.Id;
        (ByKind, ById, ByName) = notice.About.By;
        At = notice.About.At;
        IsInApp = wishes.Wants(Kind, NotificationWay.InApp);
        PushAt = wishes.Wants(Kind, NotificationWay.Push) ? At + Patience : null;
        MailAt = wishes.Wants(Kind, NotificationWay.Email) ? wishes.Digest.DueAt(At) : null;
        Touch();
    }

    public Guid MemberId { get; private init; }

    public NotificationKind Kind { get; private init; }

    public Guid ConversationId { get; private init; }

    /// <summary>The message that says it; null where none does.</summary>
    public Guid? MessageId { get; private init; }

    public ActorKind ByKind { get; private init; }

    public Guid? ById { get; private init; }

    public string ByName { get; private init; } = "";

    /// <summary>When it happened last.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>How often it has happened.</summary>
    public int Times { get; private init; } = 1;

    /// <summary>Whether it stands behind the bell.</summary>
    public bool IsInApp { get; private init; }

    /// <summary>When his browsers are told; null = not, or they have been.</summary>
    public DateTimeOffset? PushAt { get; private init; }

    /// <summary>When it is sent by e-mail; null = it is not, or it has been.</summary>
    public DateTimeOffset? MailAt { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    public Actor By => new(ByKind, ById, ByName);

    public void Read(Actor by, DateTimeOffset at)
    {
        if (ReadAt is not null) return;

        ReadAt = at;
        Record(new NotificationRead(Id, MemberId, by, at));
    }
}

/// <summary>A member has seen what he was told of.</summary>
public sealed record NotificationRead(Guid NotificationId, Guid MemberId, Actor By, DateTimeOffset At) : DomainEvent(By, At);
