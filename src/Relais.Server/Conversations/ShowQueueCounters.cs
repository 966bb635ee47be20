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
        var counted = me.Sight.IsPartial ? Counted(db, me) : Kept(db);
        // Counts and position in one statement: counts newer than their position would be counted twice by whoever applies the
        // events after it.
        var rows = await (
            from sequence in db.Sequences.AsNoTracking().Where(one => one.Name == EventFeed.Sequence)
            join place in counted on sequence.OrganisationId equals place.OrganisationId into places
            from place in places.DefaultIfEmpty()
            select new
            {
                Position = sequence.Value,
                ChannelId = (Guid?)place.ChannelId,
                State = (ConversationState?)place.State,
                place.AssigneeId,
                Count = (int?)place.Count,
            }).ToListAsync(cancel);
        return TypedResults.Ok(new QueueCounters(
            rows.Count > 0 ? rows[0].Position : 0,
            [
                .. from row in rows
                   where row.Count is not (null or 0) && me.MaySee(row.ChannelId!.Value)
                   select new QueueCounter(
                       row.ChannelId!.Value, row.State!.Value, row.AssigneeId == Guid.Empty ? null : row.AssigneeId, row.Count!.Value),
            ]));
    }

    private static IQueryable<Place> Kept(RelaisDb db) => db.QueueCounts.Where(row => row.State != ConversationState.Resolved)
        .Select(row => new Place
        {
            OrganisationId = row.OrganisationId,
            ChannelId = row.ChannelId,
            State = row.State,
            AssigneeId = row.AssigneeId,
            Count = row.Count,
        });

    /// <summary>What is kept counts everybody's conversations; who sees only some of them has his own counted.</summary>
    private static IQueryable<Place> Counted(RelaisDb db, CurrentMember me) => db.Conversations.VisibleTo(me, db)
        .Where(row => row.State != ConversationState.Resolved)
        .GroupBy(row => new { row.OrganisationId, row.ChannelId, row.State, row.AssigneeId })
        .Select(same => new Place
        {
            OrganisationId = same.Key.OrganisationId,
            ChannelId = same.Key.ChannelId,
            State = same.Key.State,
            AssigneeId = same.Key.AssigneeId,
            Count = same.Count(),
        });

    private sealed class Place
    {
        public Guid OrganisationId { get; init; }

        public Guid ChannelId { get; init; }

        public ConversationState State { get; init; }

        public Guid? AssigneeId { get; init; }

        public int Count { get; init; }
    }
}

public sealed record QueueCounters(long Position, IReadOnlyList<QueueCounter> Items);

/// <summary>One place of the queues. The client adds up what it shows.</summary>
public sealed record QueueCounter(Guid ChannelId, ConversationState State, Guid? AssigneeId, int Count);
