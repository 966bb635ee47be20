using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>A page of a queue: one state, and what of it is asked for.</summary>
public static class ListConversations
{
    /// <param name="State"><c>new</c>, <c>pending</c> or <c>resolved</c>.</param>
    /// <param name="Sort"><c>oldest</c> or <c>newest</c> in this state, where one's teams do not fix it; of the New ones, <c>oldest</c> puts the most urgent first.</param>
    /// <param name="After">The cursor of the page before.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(string State = "new", string Sort = null, string After = null, int Limit = 50);
#nullable restore annotations

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListConversations").WithTags("Conversations").WithSummary("A page of a queue")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<Page<ConversationRow>>> Handle(
        [AsParameters] Query query, [AsParameters] ConversationFilter filter, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var limit = Math.Clamp(query.Limit, 1, 200);
        var state = StateOf(query);
        var newest = IsNewestFirst(query, state, me);
        var rows = await (await Listed(query, filter, db, me, cancel))
            .Take(limit + 1)
            .Join(db.Contacts, conversation => conversation.ContactId, contact => contact.Id, (conversation, contact) => new { conversation, contact })
            .AsNoTracking()
            .ToListAsync(cancel);

        // A join may forget the order of its left side.
        var ordered = newest
            ? rows.OrderByDescending(row => row.conversation.StateSince).ThenByDescending(row => row.conversation.Id)
            : rows.OrderByDescending(row => state == ConversationState.New ? row.conversation.Priority : 0)
                .ThenBy(row => row.conversation.StateSince).ThenBy(row => row.conversation.Id);
        var items = ordered.Take(limit).Select(row => ConversationRow.Of(row.conversation, row.contact)).ToList();
        var next = rows.Count > limit ? new Cursor(items[^1].StateSince, items[^1].Id, items[^1].Priority).ToString() : null;
        return TypedResults.Ok(new Page<ConversationRow>(items, next, position));
    }

    /// <summary>All of a list, in its order: what its pages are cut from.</summary>
    internal static async Task<IQueryable<Conversation>> Listed(
        Query query, ConversationFilter filter, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var state = StateOf(query);
        var fitting = await Rows(state, db, me).Fitting(filter, me, db, cancel);
        return InOrder(fitting, state, IsNewestFirst(query, state, me), Cursor.Parse(query.After));
    }

    private static ConversationState StateOf(Query query) => ConversationStates.Of(query.State) ?? ConversationState.New;

    /// <summary>Whose teams do not let them filter see what is theirs or nobody's.</summary>
    private static IQueryable<Conversation> Rows(ConversationState state, RelaisDb db, CurrentMember me)
    {
        var rows = db.Conversations.VisibleTo(me, db).Where(row => row.State == state);
        return me.Rules.MayFilter ? rows : rows.Where(row => row.AssigneeId == null || row.AssigneeId == me.Id);
    }

    private static IQueryable<Conversation> InOrder(IQueryable<Conversation> rows, ConversationState state, bool newest, Cursor? cursor) =>
        newest ? NewestFirst(rows, cursor) : state == ConversationState.New ? MostUrgentFirst(rows, cursor) : OldestFirst(rows, cursor);

    /// <summary>Where a team fixes the order, nobody asks for another. What is over is history, not work: newest first.</summary>
    private static bool IsNewestFirst(Query query, ConversationState state, CurrentMember me) =>
        state != ConversationState.Resolved && !me.Rules.MaySort ? me.Rules.Sort == QueueSort.Newest
        : query.Sort is { } sort ? sort == "newest"
        : state == ConversationState.Resolved;

    private static IQueryable<Conversation> NewestFirst(IQueryable<Conversation> rows, Cursor? cursor) =>
        (cursor is null ? rows : rows.Where(row => row.StateSince < cursor.At || (row.StateSince == cursor.At && row.Id < cursor.Id)))
        .OrderByDescending(row => row.StateSince).ThenByDescending(row => row.Id);

    private static IQueryable<Conversation> OldestFirst(IQueryable<Conversation> rows, Cursor? cursor) =>
        (cursor is null ? rows : rows.Where(row => row.StateSince > cursor.At || (row.StateSince == cursor.At && row.Id > cursor.Id)))
        .OrderBy(row => row.StateSince).ThenBy(row => row.Id);

    /// <summary>The order of the queue: priority, then who has waited longest.</summary>
    private static IQueryable<Conversation> MostUrgentFirst(IQueryable<Conversation> rows, Cursor? cursor) =>
        (cursor is null ? rows : rows.Where(row => row.Priority < cursor.Priority || (row.Priority == cursor.Priority
            && (row.StateSince > cursor.At || (row.StateSince == cursor.At && row.Id > cursor.Id)))))
        .OrderByDescending(row => row.Priority).ThenBy(row => row.StateSince).ThenBy(row => row.Id);
}
