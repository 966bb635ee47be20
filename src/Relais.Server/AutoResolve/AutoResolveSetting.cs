using Microsoft.EntityFrameworkCore;
using Relais.Domain.AutoResolve;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.ResolveReasons;
using Relais.Server.Security;

namespace Relais.Server.AutoResolve;

/// <summary>When conversations end by themselves: one choice for the organisation, and what is different on some channels.</summary>
public static class AutoResolveSetting
{
    /// <param name="New">Of conversations nobody has answered.</param>
    /// <param name="Pending">Of those that wait for the contact.</param>
    /// <param name="Channels">What is different on some channels.</param>
    /// <param name="BoomerangMinutes">After so long, Pending ones to which nobody gave a time come back to New: 15 minutes to 365 days; null = never.</param>
    public sealed record View(Ending New, Ending Pending, IReadOnlyList<ChannelEnding> Channels, int? BoomerangMinutes = null);

    /// <param name="Minutes">15 minutes to 365 days; null = never.</param>
    /// <param name="ReasonId">Taken where the settings ask for a reason when Relais resolves.</param>
    public sealed record Ending(int? Minutes, Guid? ReasonId);

    /// <summary>Null = as everywhere; minutes of null = never.</summary>
    public sealed record ChannelEnding(Guid ChannelId, Patience? New, Patience? Pending);

    /// <param name="Setting">The choice.</param>
    /// <param name="OpenCount">How many conversations are open now: they keep what they were given, unless it is said.</param>
    public sealed record Answer(View Setting, long OpenCount);

    /// <param name="Setting">The choice.</param>
    /// <param name="ApplyToOpen">Whether what is open now is given its time anew.</param>
    public sealed record Request(View Setting, bool ApplyToOpen = false);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/auto-resolve", Show).Needs(Permission.ManageSettings)
            .WithName("ShowAutoResolve").WithTags("Auto-resolve").WithSummary("When conversations end by themselves")
            .Produces<Answer>();
        routes.MapPut("/auto-resolve", Choose).Needs(Permission.ManageSettings)
            .WithName("ChooseAutoResolve").WithTags("Auto-resolve").WithSummary("Choose when conversations end by themselves")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Show(RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        TypedResults.Ok(await AnswerOf(db, await AutoResolves.Policy(db, me.OrganisationId, cancel), cancel));

    private static async Task<IResult> Choose(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var (wanted, channels) = (request.Setting ?? new View(new Ending(null, null), new Ending(null, null), []), request.Setting?.Channels ?? []);
        await using var turn = await db.BeginWrite(cancel);
        await RefuseUnknownChannels(db, [.. channels.Select(one => one.ChannelId).Distinct()], cancel);
        await RefuseWithoutReason(db, wanted.New, cancel);
        await RefuseWithoutReason(db, wanted.Pending, cancel);

        var policy = await AutoResolves.Policy(db, me.OrganisationId, cancel);
        if (db.Entry(policy).State == EntityState.Detached) db.AutoResolvePolicies.Add(policy);
        policy.BringBack(new Patience(wanted.BoomerangMinutes));
        policy.EndWith(wanted.New.ReasonId, wanted.Pending.ReasonId);
        policy.Wait(
            new Patience(wanted.New.Minutes), new Patience(wanted.Pending.Minutes),
            [.. channels.Select(one => new ChannelPatience(one.ChannelId, one.New, one.Pending))], me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        if (request.ApplyToOpen) await AutoResolves.ApplyToOpen(db, policy, cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await AnswerOf(db, policy, cancel));
    }

    private static async Task<Answer> AnswerOf(RelaisDb db, AutoResolvePolicy policy, CancellationToken cancel) => new(
        new View(
            new Ending(policy.New.Minutes, policy.NewReasonId),
            new Ending(policy.Pending.Minutes, policy.PendingReasonId),
            [.. policy.Channels.Select(one => new ChannelEnding(one.ChannelId, one.New, one.Pending))],
            policy.Boomerang.Minutes),
        await db.QueueCounts.Where(row => row.State != ConversationState.Resolved).SumAsync(row => (long)row.Count, cancel));

    private static async Task RefuseUnknownChannels(RelaisDb db, Guid[] ids, CancellationToken cancel)
    {
        if (await db.Channels.CountAsync(channel => ids.Contains(channel.Id), cancel) != ids.Length)
            throw new RuleViolation("auto_resolve.channel", "Choose among the channels of this organisation.");
    }

    /// <summary>Nobody is there to choose one, or to add words, when the time has come.</summary>
    private static async Task RefuseWithoutReason(RelaisDb db, Ending wanted, CancellationToken cancel)
    {
        var reason = await db.PickReason(wanted.ReasonId, cancel);
        if (reason is { Comment: CommentRule.Required })
            throw new RuleViolation("auto_resolve.comment", "Choose a reason that needs no comment.");
        if (wanted.Minutes is not null && reason is null && (await db.ResolvePolicy(cancel)).Reasons.AutoResolve)
            throw new RuleViolation("auto_resolve.reason", "Choose a reason: your settings ask for one when Relais resolves.");
    }
}
