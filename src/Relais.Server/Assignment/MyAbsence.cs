using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.Notifications;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Notifications;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Assignment;

/// <summary>"While you were away": what was kept for one, and what went back to the queue, until one has read it.</summary>
public static class MyAbsence
{
    private const int Limit = 100;

    /// <summary>One conversation, where it stands now, and what happened to it meanwhile.</summary>
    public sealed record Told(NotificationKind Kind, DateTimeOffset At, ConversationRow Conversation);

    public sealed record Answer(IReadOnlyList<Told> Items);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session/absence", Show).Needs(Permission.SeeConversations)
            .WithName("ShowMyAbsence").WithTags("Session").WithSummary("What happened to one's conversations while one was away")
            .Produces<Answer>();
        routes.MapDelete("/session/absence", Read).Needs(Permission.SeeConversations)
            .WithName("ForgetMyAbsence").WithTags("Session").WithSummary("One has read it")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>What was kept counts only as long as it is still his, what was taken only while it is not.</summary>
    private static async Task<IResult> Show(RelaisDb db, CurrentMember me, NotificationDesk desk, CancellationToken cancel)
    {
        var found = await (
            from told in OfAbsence(desk)
            join conversation in db.Conversations.VisibleTo(me, db) on told.ConversationId equals conversation.Id
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            where conversation.State != ConversationState.Resolved
                && (told.Kind == NotificationKind.TakenWhileAway ? conversation.AssigneeId != me.Id : conversation.AssigneeId == me.Id)
            orderby told.At
            select new { told, conversation, contact }).AsNoTracking().Take(Limit).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. found.Select(row => new Told(row.told.Kind, row.told.At, ConversationRow.Of(row.conversation, row.contact)))]));
    }

    private static async Task<IResult> Read(NotificationDesk desk, CancellationToken cancel)
    {
        await desk.Read(OfAbsence(desk), cancel);
        return TypedResults.NoContent();
    }

    private static IQueryable<Notification> OfAbsence(NotificationDesk desk) =>
        desk.Unread.Where(one => one.Kind == NotificationKind.AssignedWhileAway || one.Kind == NotificationKind.TakenWhileAway);
}
