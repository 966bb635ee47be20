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

    /// <summary>A contact was not satisfied.</summary>
    LowScore,

    /// <summary>How much waits in the queue: a number, never a line for each.</summary>
    Queue,
}

/// <summary>How a member is told.</summary>
public enum NotificationWay
{
    /// <summary>By the bell.</summary>
    InApp,

    /// <summary>By the browser, also while Relais is closed.</summary>
    Push,

    /// <summary>By an e-mail of what he has not read.</summary>
    Email,
}

/// <summary>Which ways there are for each kind, and which are on until the member says otherwise.</summary>
public static class NotificationKinds
{
    private static readonly IReadOnlyList<NotificationWay> Bell = [NotificationWay.InApp];
    private static readonly IReadOnlyList<NotificationWay> AtOnce = [NotificationWay.InApp, NotificationWay.Push];
    private static readonly IReadOnlyList<NotificationWay> Anywhere = [.. AtOnce, NotificationWay.Email];
    private static readonly IReadOnlyList<NotificationWay> Number = [NotificationWay.InApp, NotificationWay.Email];

    public static readonly IReadOnlyList<NotificationKind> All = Enum.GetValues<NotificationKind>();

    public static IReadOnlyList<NotificationWay> Ways(this NotificationKind kind) => kind == NotificationKind.Queue ? Number : Anywhere;

    public static IReadOnlyList<NotificationWay> Usual(this NotificationKind kind) =>
        kind switch
        {
            NotificationKind.Queue or NotificationKind.TakenWhileAway => Bell,
            NotificationKind.AssignedWhileAway or NotificationKind.Mentioned or NotificationKind.LowScore => Anywhere,
            _ => AtOnce,
        };
}
