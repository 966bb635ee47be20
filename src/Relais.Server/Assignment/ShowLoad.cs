using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Assignment;

/// <summary>How much one has to do, and how much one is given at a time: "3 / 5".</summary>
public static class ShowLoad
{
    /// <param name="New">One's conversations that need attention.</param>
    /// <param name="Pending">One's conversations that wait for the contact.</param>
    /// <param name="Limit">Null when nothing is given, and one takes what one chooses.</param>
    /// <param name="CountsPending">Whether those that wait for the contact count.</param>
    /// <param name="Position">Up to which event this is fresh.</param>
    public sealed record Answer(int New, int Pending, int? Limit, bool CountsPending, long Position);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/session/load", Handle).Needs(Permission.SeeConversations)
            .WithName("ShowLoad").WithTags("Assignment").WithSummary("How much one has to do, and the limit")
            .Produces<Answer>();

    private static async Task<Ok<Answer>> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        // The position with the counts, in one statement, as for the queue's counters.
        var before = await EventFeed.Position(db, cancel);
        var counts = await db.QueueCounts.AsNoTracking().Where(row => row.AssigneeId == me.Id)
            .Select(row => new { row.State, row.Count, Position = db.Sequences.Where(one => one.Name == EventFeed.Sequence).Select(one => one.Value).FirstOrDefault() })
            .ToListAsync(cancel);
        return TypedResults.Ok(new Answer(Of(ConversationState.New), Of(ConversationState.Pending), me.Rules.Limit, me.Rules.CountsPending, counts.Count > 0 ? counts[0].Position : before));

        int Of(ConversationState state) => counts.Where(row => row.State == state).Sum(row => row.Count);
    }
}
