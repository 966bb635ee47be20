using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>A thread's messages, newest page first, with where conversations begin and what happened to them.</summary>
public static class ListMessages
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/threads/{id:guid}/messages", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListMessages").WithTags("Messages").WithSummary("A page of a thread, oldest first within the page");

    private static async Task<Results<Ok<ThreadPage>, NotFound>> Handle(
        Guid id, string? before, int? limit, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var thread = await db.Threads.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (thread is null || !me.MaySee(thread.ChannelId)) return TypedResults.NotFound();

        var hidden = me.Sight.SeesAllOf(thread.ChannelId) ? [] : await Hidden(db, id, me, cancel);
        if (hidden is null) return TypedResults.NotFound();

        var size = Math.Clamp(limit ?? 50, 1, 200);
        var end = Cursor.Parse(before) ?? Cursor.End;
        var messages = await Before(end, db.Messages.AsNoTracking().Where(row => row.ThreadId == id && !hidden.Contains(row.ConversationId)))
            .Take(size + 1).ToListAsync(cancel);
        var page = messages.Take(size).Reverse().ToList();
        await LoadFiles(db, page, cancel);

        var next = messages.Count > size ? new Cursor(page[0].At, page[0].Id).ToString() : null;
        var from = next is null ? DateTimeOffset.MinValue : page[0].At;
        return TypedResults.Ok(new ThreadPage(
            [.. page.Select(MessageView.Of)],
            [.. (await Boundaries(db, id, cancel)).Where(one => !hidden.Contains(one.Id))],
            await Trail(db, id, hidden, from, end.At, cancel),
            next,
            position));
    }

    /// <summary>
    /// The newest first, of a span that has two ends also where it begins with the first and ends with the last: PostgreSQL then
    /// reads them from the index in their order. It believes that each thread is as short as most are, and would otherwise read all
    /// of a long one to sort it.
    /// </summary>
    private static IQueryable<Message> Before(Cursor end, IQueryable<Message> messages)
    {
        var beginning = DateTimeOffset.MinValue;
        return messages.Where(row => row.At >= beginning && row.At <= end.At && (row.At < end.At || row.Id < end.Id))
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id);
    }

    /// <summary>Who sees the latest conversation of a thread sees all that led to it; else only the conversations that are his to see.</summary>
    /// <returns>Null when he sees nothing of it.</returns>
    private static async Task<Guid[]?> Hidden(RelaisDb db, Guid threadId, CurrentMember me, CancellationToken cancel)
    {
        var all = await db.Conversations.Where(row => row.ThreadId == threadId).OrderBy(row => row.OpenedAt).Select(row => row.Id).ToListAsync(cancel);
        var seen = await db.Conversations.VisibleTo(me, db).Where(row => row.ThreadId == threadId).Select(row => row.Id).ToListAsync(cancel);
        if (seen.Count == 0) return null;

        return seen.Contains(all[^1]) ? [] : [.. all.Except(seen)];
    }

    private static async Task LoadFiles(RelaisDb db, List<Message> page, CancellationToken cancel)
    {
        var ids = page.Select(message => (Guid?)message.Id).ToArray();
        var files = await db.Attachments.AsNoTracking().Where(file => file.MessageId != null && ids.Contains(file.MessageId)).OrderBy(file => file.Id).ToListAsync(cancel);
        var byMessage = files.ToLookup(file => file.MessageId);
        foreach (var message in page) message.Load(byMessage[message.Id]);
    }

    private static async Task<List<Boundary>> Boundaries(RelaisDb db, Guid threadId, CancellationToken cancel) =>
        await db.Conversations.AsNoTracking().Where(row => row.ThreadId == threadId).OrderBy(row => row.OpenedAt)
            .Select(row => new Boundary(row.Id, row.Number, row.State, row.OpenedAt, row.ResolvedAt, row.ResolvedBy))
            .ToListAsync(cancel);

    private static async Task<List<TrailLine>> Trail(
        RelaisDb db, Guid threadId, Guid[] hidden, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var rows = await db.Events.AsNoTracking()
            .Where(row => row.ThreadId == threadId && row.Trail && row.At >= from && row.At < to)
            .Where(row => row.ConversationId == null || !hidden.Contains(row.ConversationId.Value))
            .OrderBy(row => row.Position).Take(500).Select(row => row.Body).ToListAsync(cancel);
        return [.. rows.Select(TrailLine.Of)];
    }
}

/// <summary>A page of a thread.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Conversations">All of the thread, oldest first: where the timeline draws a boundary.</param>
/// <param name="Trail">What happened to the conversations in the page's time.</param>
/// <param name="Next">The cursor of the page before this one in time; null at the beginning.</param>
/// <param name="Position">Up to which event the page is fresh.</param>
public sealed record ThreadPage(
    IReadOnlyList<MessageView> Items, IReadOnlyList<Boundary> Conversations, IReadOnlyList<TrailLine> Trail, string? Next, long Position);

/// <summary>One conversation in the timeline of its thread.</summary>
public sealed record Boundary(
    Guid Id, int Number, ConversationState State, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt, string? ResolvedBy);
