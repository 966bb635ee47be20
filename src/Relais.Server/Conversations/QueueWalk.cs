using Microsoft.EntityFrameworkCore;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Conversations;

/// <summary>
/// Takes a page of a queue along the index of its order. A filter on what stands beside a conversation has no such index: where few
/// fit they are looked up, else the order is walked for a bounded while, and the cursor goes on from where the walk ended.
/// </summary>
public sealed class QueueWalk(RelaisDb db, CurrentMember me, ConversationFiltering filtering)
{
    private static readonly int[] Stretches = [500, 1500];

    /// <returns>At most so many, in their order, and the cursor of what follows.</returns>
    public async Task<(IReadOnlyList<Conversation> Page, string? Next)> Page(
        ListConversations.Query query, ConversationFilter filter, int limit, CancellationToken cancel)
    {
        var state = ConversationStates.Of(query.State) ?? ConversationState.New;
        var (found, end) = await Take(new QueueOrder(state, IsNewestFirst(query, state)), filter, Cursor.Parse(query.After), limit, cancel);
        if (found.Count <= limit) return (found, end?.ToString());

        var last = found[limit - 1];
        return ([.. found.Take(limit)], new Cursor(last.StateSince, last.Id, last.Priority).ToString());
    }

    /// <summary>Where a team fixes the order, nobody asks for another. What is over is history, not work: newest first.</summary>
    private bool IsNewestFirst(ListConversations.Query query, ConversationState state) =>
        state != ConversationState.Resolved && !me.Rules.MaySort ? me.Rules.Sort == QueueSort.Newest
        : query.Sort is { } sort ? sort == "newest"
        : state == ConversationState.Resolved;

    /// <returns>At most one more than the limit, in their order; and where the walk ended, when it ended before the limit was reached.</returns>
    private async Task<(IReadOnlyList<Conversation> Rows, Cursor? End)> Take(
        QueueOrder order, ConversationFilter filter, Cursor? after, int limit, CancellationToken cancel)
    {
        if (!me.Rules.MayFilter && filter.IsNarrow) throw ConversationFiltering.Denied();

        var rows = filtering.Own(Visible(order.State), filter);
        if (!ConversationFiltering.IsBeside(filter)) return (await order.Of(rows, after).Take(limit + 1).ToListAsync(cancel), null);

        if (await filtering.FewAmong(rows, filter, cancel) is { } few)
            return (await order.Of(await filtering.Beside(few, filter, cancel), after).Take(limit + 1).ToListAsync(cancel), null);

        foreach (var stretch in Stretches)
        {
            var walked = order.Of(rows, after).Take(stretch);
            var found = await order.Of(await filtering.Beside(walked, filter, cancel)).Take(limit + 1).ToListAsync(cancel);
            if (found.Count > limit) return (found, null);

            var last = await order.Of(rows, after).Skip(stretch - 1).Select(row => new { row.StateSince, row.Id, row.Priority }).FirstOrDefaultAsync(cancel);
            if (last is null) return (found, null);
            if (stretch == Stretches[^1]) return (found, new Cursor(last.StateSince, last.Id, last.Priority));
        }

        return ([], null);
    }

    /// <summary>Whose teams do not let them filter see what is theirs or nobody's.</summary>
    private IQueryable<Conversation> Visible(ConversationState state)
    {
        var rows = db.Conversations.AsNoTracking().VisibleTo(me, db).Where(row => row.State == state);
        return me.Rules.MayFilter ? rows : rows.Where(row => row.AssigneeId == null || row.AssigneeId == me.Id);
    }
}
