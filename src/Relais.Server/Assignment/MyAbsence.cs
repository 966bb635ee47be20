using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;
using Relais.Server.Security;

namespace Relais.Server.Assignment;

/// <summary>"While you were away": what was kept for one, and what went back to the queue, until one has read it.</summary>
public static class MyAbsence
{
    private const int Limit = 100;

    /// <summary>One conversation, where it stands now, and what happened to it meanwhile.</summary>
    public sealed record Notice(AbsenceNotice Kind, DateTimeOffset At, ConversationRow Conversation);

    public sealed record Answer(IReadOnlyList<Notice> Items);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/session/absence", Show).Needs(Permission.SeeConversations)
            .WithName("ShowMyAbsence").WithTags("Session").WithSummary("What happened to one's conversations while one was away")
            .Produces<Answer>();
        routes.MapDelete("/session/absence", Read).Needs(Permission.SeeConversations)
            .WithName("ForgetMyAbsence").WithTags("Session").WithSummary("One has read it")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>What was kept counts only as long as it is still his.</summary>
    private static async Task<IResult> Show(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var found = await (
            from notice in db.AbsenceNotices
            join conversation in db.Conversations.VisibleTo(me, db) on notice.ConversationId equals conversation.Id
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            where notice.MemberId == me.Id && conversation.State != ConversationState.Resolved
                && (notice.Kind == AbsenceNotice.Released ? conversation.AssigneeId != me.Id : conversation.AssigneeId == me.Id)
            orderby notice.At
            select new { notice, conversation, contact }).AsNoTracking().Take(Limit).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. found.Select(row => new Notice(row.notice.Kind, row.notice.At, ConversationRow.Of(row.conversation, row.contact)))]));
    }

    private static async Task<IResult> Read(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        db.AbsenceNotices.RemoveRange(await db.AbsenceNotices.Where(notice => notice.MemberId == me.Id).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
