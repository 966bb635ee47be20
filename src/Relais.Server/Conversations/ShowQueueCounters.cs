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
        routes.MapGet("/queue/counters", Handle).Needs(Permission.SeeConversations)
            .WithSummary("How many conversations are New and Pending, by channel and assignee.");

    private static async Task<Ok<QueueCounters>> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var counts = await db.QueueCounts.AsNoTracking()
            .Where(row => row.State != ConversationState.Resolved && row.Count != 0).ToListAsync(cancel);
        return TypedResults.Ok(new QueueCounters(
            position,
            [
                .. counts.Where(row => me.MaySee(row.ChannelId)).Select(row => new QueueCounter(
                    row.ChannelId, row.State, row.AssigneeId == Guid.Empty ? null : row.AssigneeId, row.Count)),
            ]));
    }
}

public sealed record QueueCounters(long Position, IReadOnlyList<QueueCounter> Items);

/// <summary>One place of the queues. The client adds up what it shows.</summary>
public sealed record QueueCounter(Guid ChannelId, ConversationState State, Guid? AssigneeId, int Count);
