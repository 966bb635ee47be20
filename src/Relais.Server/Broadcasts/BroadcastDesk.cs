using Microsoft.EntityFrameworkCore;
using Relais.Domain.Broadcasts;
using Relais.Domain.Shared;
using Relais.Server.Channels;
using Relais.Server.Contacts;
using Relais.Server.Conversations;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Broadcasts;

/// <summary>Where a member's request makes or changes a broadcast.</summary>
public sealed class BroadcastDesk(RelaisDb db, CurrentMember me, ConnectedChannels channels, AnswerRules rules, Wake wake, TimeProvider clock)
{
    public Actor By => me.AsActor();

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Asks the provider for the template before anything is held, and checks what fills it.</summary>
    /// <exception cref="RuleViolation"><c>broadcast.channel</c>, <c>template.unknown</c>, <c>consent.how.too_long</c>, and what <see cref="TemplateValues"/> refuses.</exception>
    internal async Task<BroadcastPlan> Plan(
        Guid channelId, string template, string language, IReadOnlyList<string?> values, string? consent, bool mayBeEmpty, CancellationToken cancel)
    {
        var channel = me.MaySee(channelId) ? await channels.Find(db, channelId, cancel) : null;
        if (channel is null || channel.OrganisationId != me.OrganisationId || channels.CapabilitiesOf(channel) is not { Templates: true, WritesFirst: true })
            throw new RuleViolation("broadcast.channel", "Choose a connected channel on which templates are sent.");

        var approved = await rules.Find(new TemplateUse(template, language, []), channelId, cancel)
            ?? throw new RuleViolation("template.unknown", "The provider does not know this template. Load the list again.");
        var filled = new TemplateValues(approved, values, await db.ReadAttributes(me.OrganisationId, cancel), channel.Name, mayBeEmpty);
        return new BroadcastPlan(channel, approved, filled, Texts.Optional(consent, Domain.Contacts.Consent.HowLimit, "consent.how"));
    }

    internal async Task<Approach> Approach(BroadcastPlan plan, Candidate someone, CancellationToken cancel) =>
        (await new Approaches(db, channels).Of(plan.Channel, [someone], plan.Consent is not null, cancel))[0];

    /// <summary>Nobody sends, or changes a broadcast, until the transaction ends.</summary>
    public async Task<WriteTurn> Begin(CancellationToken cancel)
    {
        var turn = await db.BeginWrite(cancel);
        await db.Dialect.Lock(db, Locks.Broadcasts, cancel);
        return turn;
    }

    public async Task<IResult> Change(Guid id, Action<Broadcast> change, CancellationToken cancel)
    {
        await using var turn = await Begin(cancel);
        if (await db.Broadcasts.VisibleTo(me).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } broadcast) return TypedResults.NotFound();

        change(broadcast);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        Ring();
        return TypedResults.Ok(BroadcastView.Of(broadcast));
    }

    public void Ring() => wake.Broadcasts.Ring();
}

internal static class BroadcastAccess
{
    /// <summary>One sees the broadcasts of one's own channels.</summary>
    public static IQueryable<Broadcast> VisibleTo(this IQueryable<Broadcast> broadcasts, CurrentMember me)
    {
        if (me.ChannelIds is null) return broadcasts;

        var channelIds = me.ChannelIds.ToArray();
        return broadcasts.Where(row => channelIds.Contains(row.ChannelId));
    }
}
