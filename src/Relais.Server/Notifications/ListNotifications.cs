using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Conversations;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Notifications;

/// <summary>What one is told of, the newest first. What one may no longer see is not told of.</summary>
public static class ListNotifications
{
    private const int PageSize = 50;

    /// <param name="Items">The newest first.</param>
    /// <param name="Unread">How many one has not read, on all pages.</param>
    /// <param name="Next">The cursor of what follows; null at the end.</param>
    /// <param name="Position">Up to which event this is fresh.</param>
    public sealed record Answer(IReadOnlyList<NotificationView> Items, int Unread, Guid? Next, long Position);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/notifications", Handle).Needs(Permission.SeeConversations)
            .WithName("ListNotifications").WithTags("Notifications").WithSummary("What one is told of, the newest first")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, NotificationDesk desk, Guid? after, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var seen = db.Conversations.VisibleTo(me, db);
        var unread = await desk.Unread.CountAsync(one => seen.Any(row => row.Id == one.ConversationId), cancel);
        var found = await (
            from notification in db.Notifications.Where(one => one.MemberId == me.Id && one.IsInApp && (after == null || one.Id < after))
            join conversation in seen on notification.ConversationId equals conversation.Id
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            join message in db.Messages on notification.MessageId equals message.Id into messages
            from message in messages.DefaultIfEmpty()
            orderby notification.Id descending
            select new { notification, conversation, contact, message }).AsNoTracking().Take(PageSize + 1).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. found.Take(PageSize).Select(row => NotificationView.Of(row.notification, ConversationRow.Of(row.conversation, row.contact), Excerpt(row.message)))],
            unread,
            found.Count > PageSize ? found[PageSize - 1].notification.Id : null,
            position));
    }

    private static string? Excerpt(Message? message) => Texts.Fit(message?.Text, Conversation.PreviewLimit);
}

/// <summary>What one is told of: what, when, by whom, in which conversation.</summary>
/// <param name="Times">How often it has happened since one looked.</param>
/// <param name="Text">The message that says it, in a few words.</param>
public sealed record NotificationView(
    Guid Id, NotificationKind Kind, DateTimeOffset At, int Times, bool IsRead, Actor By, ConversationRow Conversation, string? Text)
{
    public static NotificationView Of(Notification about, ConversationRow conversation, string? text) => new(
        about.Id, about.Kind, about.At, about.Times, about.ReadAt is not null, about.By, conversation, text);
}
