using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>How many conversations stand where, as kept by every change.</summary>
public static class ShowQueueCounters
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/queue/counters", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ShowQueueCounters").WithTags("Conversations").WithSummary("How many conversations are New and Pending, by channel and assignee");

    private static async Task<Ok<QueueCounters>> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        // Counts and position in one statement: counts newer than their position would be counted twice by whoever applies the
        // events after it. Rows never vanish, so without any there was nothing to count before either.
        var before = await EventFeed.Position(db, cancel);
        var counts = await db.QueueCounts.AsNoTracking().Where(row => row.State != ConversationState.Resolved)
            .Select(row => new { Row = row, Position = db.Sequences.Where(one => one.Name == EventFeed.Sequence).Select(one => one.Value).FirstOrDefault() })
            .ToListAsync(cancel);
        return TypedResults.Ok(new QueueCounters(
            counts.Count > 0 ? counts[0].Position : before,
            [
                .. counts.Select(count => count.Row).Where(row => row.Count != 0 && me.MaySee(row.ChannelId)).Select(row => new QueueCounter(
                    row.ChannelId, row.State, row.AssigneeId == Guid.Empty ? null : row.AssigneeId, row.Count)),
            ]));
    }
}

public sealed record QueueCounters(long Position, IReadOnlyList<QueueCounter> Items);

/// <summary>One place of the queues. The client adds up what it shows.</summary>
public sealed record QueueCounter(Guid ChannelId, ConversationState State, Guid? AssigneeId, int Count);
