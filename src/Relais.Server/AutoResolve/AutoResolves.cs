using Microsoft.EntityFrameworkCore;
using Relais.Domain.AutoResolve;
using Relais.Domain.Conversations;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Persistence.Rows;

namespace Relais.Server.AutoResolve;

/// <summary>
/// What enters New or Pending is given its time there, as the settings say at that moment: a timer that knows which stay it measures, and for how long.
/// Nobody takes it away when the conversation moves on; it then finds that the state is younger than itself.
/// </summary>
internal static class AutoResolves
{
    private const string SetSql =
        "INSERT INTO timers (kind, subject, organisation_id, due_at, since, minutes) VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT DO NOTHING";

    private const string ForgetSql = "DELETE FROM timers WHERE kind = @p0 AND organisation_id = @p1";

    /// <summary>One that is new: nobody has chosen anything.</summary>
    public static async Task<AutoResolvePolicy> Policy(RelaisDb db, Guid organisationId, CancellationToken cancel) =>
        await db.AutoResolvePolicies.IgnoreQueryFilters().FirstOrDefaultAsync(policy => policy.OrganisationId == organisationId, cancel)
            ?? new AutoResolvePolicy(organisationId);

    public static async Task Follow(RelaisDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancel)
    {
        var entered = events.OfType<ConversationEvent>().Where(about => about.Moved && about.To is { } to && about.From?.State != to.State)
            .Select(about => about.Conversation).Where(conversation => !conversation.IsResolved).Distinct();
        foreach (var organisation in entered.GroupBy(conversation => conversation.OrganisationId))
        {
            var policy = await Policy(db, organisation.Key, cancel);
            var timers = organisation.Select(one => Timer(policy, one.Id, one.ChannelId, one.State, one.StateSince)).OfType<object?[]>();
            await db.Dialect.ExecuteMany(db, SetSql, [.. timers], cancel);
        }
    }

    /// <summary>What is open now is given its time too, in place of what it had. What is over it already ends right after.</summary>
    public static async Task ApplyToOpen(RelaisDb db, AutoResolvePolicy policy, CancellationToken cancel)
    {
        await db.Dialect.ExecuteMany(db, ForgetSql, [[AutoResolveTimer.Name, policy.OrganisationId]], cancel);
        var open = await db.Conversations.AsNoTracking().Where(row => row.State != ConversationState.Resolved)
            .Select(row => new { row.Id, row.ChannelId, row.State, row.StateSince }).ToListAsync(cancel);
        foreach (var some in open.Chunk(1000))
        {
            var timers = some.Select(row => Timer(policy, row.Id, row.ChannelId, row.State, row.StateSince)).OfType<object?[]>();
            await db.Dialect.ExecuteMany(db, SetSql, [.. timers], cancel);
        }
    }

    private static object?[]? Timer(AutoResolvePolicy policy, Guid id, Guid channelId, ConversationState state, DateTimeOffset since) =>
        policy.LengthOf(channelId, state) is { } length ? [AutoResolveTimer.Name, id, policy.OrganisationId, since + length, since, (int)length.TotalMinutes] : null;
}
