using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Events;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>A page of a queue, by state, assignee and channel.</summary>
public static class ListConversations
{
    /// <param name="State"><c>new</c>, <c>pending</c> or <c>resolved</c>.</param>
    /// <param name="Assignee"><c>me</c>, <c>none</c> or a member's id; null = anybody. Whose teams do not let them filter ask for no colleague, and see what is theirs or nobody's.</param>
    /// <param name="ChannelId">Null = all one may see. Only for members whose teams let them choose channels.</param>
    /// <param name="Sort"><c>oldest</c> or <c>newest</c> in this state, where one's teams do not fix it; of the New ones, <c>oldest</c> puts the most urgent first.</param>
    /// <param name="After">The cursor of the page before.</param>
#nullable disable annotations // the generator of endpoints writes typeof(string?) for these, which the compiler refuses
    public sealed record Query(
        string State = "new",
        string Assignee = null,
        Guid? ChannelId = null,
        string Sort = null,
        string After = null,
        int Limit = 50);
#nullable restore annotations

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/conversations", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListConversations").WithTags("Conversations").WithSummary("A page of a queue")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<Page<ConversationRow>>> Handle(
        [AsParameters] Query query, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var position = await EventFeed.Position(db, cancel);
        var limit = Math.Clamp(query.Limit, 1, 200);
        var state = StateOf(query.State);
        var newest = IsNewestFirst(query, state, me);
        var rows = await Rows(query, state, newest, db, me)
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

    private static IQueryable<Conversation> Rows(
        Query query, ConversationState state, bool newest, RelaisDb db, CurrentMember me)
    {
        var rows = db.Conversations.VisibleTo(me, db).Where(row => row.State == state);
        if (me.Rules.MayChooseChannels && query.ChannelId is { } channelId) rows = rows.Where(row => row.ChannelId == channelId);
        if (!me.Rules.MayFilter) rows = rows.Where(row => row.AssigneeId == null || row.AssigneeId == me.Id);
        if (AssigneeOf(query.Assignee, me) is { } assignee)
            rows = assignee == Guid.Empty ? rows.Where(row => row.AssigneeId == null) : rows.Where(row => row.AssigneeId == assignee);

        var cursor = Cursor.Parse(query.After);
        return newest ? NewestFirst(rows, cursor) : state == ConversationState.New ? MostUrgentFirst(rows, cursor) : OldestFirst(rows, cursor);
    }

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

    /// <summary>Query strings are bound with the case of the code; the API writes names in camel case.</summary>
    private static ConversationState StateOf(string state) =>
        Enum.TryParse<ConversationState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw new BadHttpRequestException("state must be new, pending or resolved.");

    private static Guid? AssigneeOf(string? assignee, CurrentMember me) => assignee switch
    {
        null or "" or "any" => null,
        "me" => me.Id,
        "none" => Guid.Empty,
        _ when !Guid.TryParse(assignee, out _) => throw new BadHttpRequestException("assignee must be me, none or a member's id."),
        _ => Colleague(Guid.Parse(assignee), me),
    };

    private static Guid Colleague(Guid id, CurrentMember me) => id == me.Id || me.Rules.MayFilter
        ? id
        : throw new RuleViolation("queue.filter.denied", "Your team works without filters: ask for what is yours or nobody's.");
}
