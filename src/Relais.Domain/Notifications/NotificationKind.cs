namespace Relais.Domain.Notifications;

/// <summary>Of what a member is told. A new kind is a line here, one in <see cref="NotificationKinds"/> and one in <see cref="Notice.Of"/>.</summary>
public enum NotificationKind
{
    /// <summary>A conversation was given to him.</summary>
    Assigned,

    /// <summary>One was given to him while he was not there: it waited for him.</summary>
    AssignedWhileAway,

    /// <summary>His went back to the queue because he was not there.</summary>
    TakenWhileAway,

    /// <summary>The contact wrote in one that is his.</summary>
    Answered,

    /// <summary>A colleague called him in a note.</summary>
    Mentioned,

    /// <summary>His boomerang has come back.</summary>
    BoomerangDue,

    /// <summary>How much waits in the queue: a number, never a line for each.</summary>
    Queue,
}

/// <summary>How a member is told.</summary>
public enum NotificationWay
{
    /// <summary>By the bell.</summary>
    InApp,
}

/// <summary>Which ways there are for each kind, and which are on until the member says otherwise.</summary>
public static class NotificationKinds
{
    private static readonly IReadOnlyList<NotificationWay> Bell = [NotificationWay.InApp];

    public static readonly IReadOnlyList<NotificationKind> All = Enum.GetValues<NotificationKind>();

    public static IReadOnlyList<NotificationWay> Ways(this NotificationKind kind) => Bell;

    public static IReadOnlyList<NotificationWay> Usual(this NotificationKind kind) => Bell;
}
