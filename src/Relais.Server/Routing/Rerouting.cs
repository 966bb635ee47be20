using Microsoft.EntityFrameworkCore;
using Relais.Domain.Channels;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Routing;
using Relais.Domain.Topics;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Routing;

/// <summary>
/// After a rule has changed, looks at every open conversation again, a few at a time; after a contact has, at his. How far it is
/// stands in the store: after a kill it goes on, and a rule that changes meanwhile makes it start anew.
/// </summary>
public sealed class Rerouting(
    IServiceScopeFactory scopes, RoutingBook book, Wake wake, TimeProvider clock, ILogger<Rerouting> log) : Worker(clock, log), IEventTap
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Matters =
    [
        EventView.KindOf<SkillSetChanged>(), EventView.KindOf<RoutingPolicyChanged>(), EventView.KindOf<TopicChanged>(), EventView.KindOf<TeamChanged>(),
        EventView.KindOf<ChannelChanged>(), EventView.KindOf<ContactGroupChanged>(), EventView.KindOf<ContactSweepMoved>(),
        EventView.KindOf<ContactChanged>(), EventView.KindOf<ContactMerged>(), EventView.KindOf<ContactParted>(),
    ];

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => Matters.Contains(happened.Kind))) wake.Rerouting.Ring();
    }

    protected override async Task Round(CancellationToken cancel)
    {
        if (!await Continue(cancel)) await wake.Rerouting.Wait(Idle, cancel);
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> Continue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        if (!await db.ContactReroutings.IgnoreQueryFilters().AnyAsync(cancel) && !await db.Reroutings.IgnoreQueryFilters().AnyAsync(cancel)) return false;

        await using var turn = await db.BeginWrite(cancel);
        if (!await db.Dialect.TryLock(db, Locks.Rerouting, cancel)) return false;
        if (!await RouteContacts(db, cancel) && !await RouteNext(db, cancel)) return false;

        await turn.Commit(cancel);
        return true;
    }

    private async Task<bool> RouteContacts(RelaisDb db, CancellationToken cancel)
    {
        var asked = await db.ContactReroutings.IgnoreQueryFilters().AsNoTracking()
            .OrderBy(row => row.OrganisationId).ThenBy(row => row.ContactId).Take(AtOnce).ToListAsync(cancel);
        if (asked.Count == 0) return false;

        db.Scope = asked[0].OrganisationId;
        Guid[] contactIds = [.. asked.Where(row => row.OrganisationId == db.Scope).Select(row => row.ContactId)];
        await Route(db, db.Conversations.Where(row => row.State != ConversationState.Resolved && row.State != ConversationState.Held && contactIds.Contains(row.ContactId)), cancel);
        await Reroutings.End(db, contactIds, cancel);
        return true;
    }

    /// <summary>Along the index of open threads: what is resolved costs nothing.</summary>
    private async Task<bool> RouteNext(RelaisDb db, CancellationToken cancel)
    {
        if (await db.Reroutings.IgnoreQueryFilters().OrderBy(row => row.OrganisationId).FirstOrDefaultAsync(cancel) is not { } work) return false;

        db.Scope = work.OrganisationId;
        var next = db.Conversations.Where(row => row.State != ConversationState.Resolved && row.State != ConversationState.Held && row.ThreadId > work.After).OrderBy(row => row.ThreadId).Take(AtOnce);
        var routed = await Route(db, next, cancel);
        await Reroutings.Note(db, work, routed.Count < AtOnce ? null : routed[^1].ThreadId, cancel);
        return true;
    }

    /// <returns>What was looked at.</returns>
    private async Task<List<Conversation>> Route(RelaisDb db, IQueryable<Conversation> open, CancellationToken cancel)
    {
        await db.Dialect.LockThreads(db, await open.Select(row => row.ThreadId).ToListAsync(cancel), cancel);
        var conversations = await open.ToListAsync(cancel);
        var routing = new Routed(db, db.Scope, await book.Open(db, db.Scope, cancel), Clock.GetUtcNow());
        await routing.Decide(conversations, cancel);
        foreach (var conversation in conversations) routing.Route(conversation, conversation.Place);
        await routing.WriteDecisions(cancel);
        await db.SaveChangesAsync(cancel);
        return conversations;
    }
}
