using Microsoft.EntityFrameworkCore;
using Relais.Domain.Notifications;
using Relais.Domain.Shared;
using Relais.Server.People;
using Relais.Server.Persistence;

namespace Relais.Server.Notifications;

/// <summary>
/// The one place that tells members of what happened: in the transaction of the event itself, which carries along who was told,
/// so that their screens need not ask.
/// </summary>
public static class Notifying
{
    private const string TellSql =
        "INSERT INTO notifications (id, organisation_id, member_id, kind, conversation_id, message_id, by_kind, by_id, by_name, at, is_in_app, push_at, mail_at, times, version) " +
        "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, 1, 1) " +
        "ON CONFLICT (member_id, conversation_id, kind) WHERE read_at IS NULL DO UPDATE SET id = excluded.id, message_id = excluded.message_id, " +
        "by_kind = excluded.by_kind, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at, times = notifications.times + 1, " +
        "is_in_app = excluded.is_in_app, push_at = COALESCE(notifications.push_at, excluded.push_at), " +
        "mail_at = COALESCE(notifications.mail_at, excluded.mail_at), " +
        "version = notifications.version + 1";

    private const string ReadSql = "UPDATE notifications SET read_at = @p1, push_at = NULL, mail_at = NULL, version = version + 1 WHERE id = @p0 AND read_at IS NULL";

    private static readonly IEqualityComparer<DomainEvent> Itself = ReferenceEqualityComparer.Instance;
    private static readonly ILookup<DomainEvent, NoticeView> Nobody = Array.Empty<NoticeView>().ToLookup(_ => default(DomainEvent)!, Itself);

    /// <summary>Called while no other transaction of the organisation tells anybody: two that tell of the same never wait for each other.</summary>
    /// <returns>Who was told, by the event that told him.</returns>
    public static async Task<ILookup<DomainEvent, NoticeView>> Tell(
        RelaisDb db, IReadOnlyList<DomainEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Dialect.ExecuteMany(db, ReadSql, [.. events.OfType<NotificationRead>().Select(about => new object?[] { about.NotificationId, about.At })], cancel);
        Notice[] notices = [.. events.SelectMany(Notice.Of)];
        if (notices.Length == 0) return Nobody;

        notices = await AtTheirPlaces(db, notices, now, cancel);
        var wishes = await WishesOf(db, notices, cancel);
        var told = notices.Where(notice => wishes[notice.MemberId].WaysOf(notice.Kind).Count > 0)
            .Select(notice => (About: (DomainEvent)notice.About, Notification: new Notification(notice, wishes[notice.MemberId]))).ToArray();
        await db.Dialect.ExecuteMany(db, TellSql, [.. told.Select(one => Row(one.Notification))], cancel);
        return told.Where(one => one.Notification.IsInApp).ToLookup(one => one.About, one => NoticeView.Of(one.Notification), Itself);
    }

    /// <summary>Who is out when he is given something finds out when he is back.</summary>
    private static async Task<Notice[]> AtTheirPlaces(RelaisDb db, Notice[] notices, DateTimeOffset now, CancellationToken cancel)
    {
        Guid[] asked = [.. notices.Where(notice => notice.DependsOnPresence).Select(notice => notice.MemberId).Distinct()];
        if (asked.Length == 0) return notices;

        var here = await db.StillHere(now).IgnoreQueryFilters().Where(line => asked.Contains(line.MemberId)).Select(line => line.MemberId).ToHashSetAsync(cancel);
        return [.. notices.Select(notice => here.Contains(notice.MemberId) ? notice : notice.WhileAway())];
    }

    private static async Task<Dictionary<Guid, NotificationPreferences>> WishesOf(RelaisDb db, Notice[] notices, CancellationToken cancel)
    {
        var told = notices.DistinctBy(notice => notice.MemberId).ToDictionary(notice => notice.MemberId, notice => notice.About.Conversation.OrganisationId);
        var ids = told.Keys.ToArray();
        var said = await db.NotificationPreferences.IgnoreQueryFilters().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return told.ToDictionary(one => one.Key, one => said.GetValueOrDefault(one.Key) ?? new NotificationPreferences(one.Value, one.Key));
    }

    private static object?[] Row(Notification about) =>
    [
        about.Id, about.OrganisationId, about.MemberId, about.Kind, about.ConversationId, about.MessageId, about.ByKind, about.ById, about.ByName, about.At,
        about.IsInApp, about.PushAt, about.MailAt,
    ];
}

/// <summary>Who is told of an event, as the event carries it: his screen makes the rest of it.</summary>
public sealed record NoticeView(Guid Id, Guid MemberId, NotificationKind Kind)
{
    public static NoticeView Of(Notification notification) => new(notification.Id, notification.MemberId, notification.Kind);
}
