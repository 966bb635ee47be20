using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Jobs;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>
/// Gives work to those who are free, within milliseconds of whatever makes it possible: a conversation enters New, somebody
/// becomes available or finishes one, a team changes. Besides, it looks by itself, so that a missed call strands nobody.
/// </summary>
public sealed class AutomaticAssignment(IServiceScopeFactory scopes, Wake wake, TimeProvider clock, ILogger<AutomaticAssignment> log)
    : Worker(clock, log), IEventTap
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);

    /// <summary>Another node is at it and may not have seen what called us.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private static readonly string StatusChosen = EventView.KindOf<AvailabilityChanged>();

    /// <summary>Neither sets a place free nor a conversation waiting.</summary>
    private static readonly HashSet<string> SetsNothingFree =
    [
        EventView.KindOf<MessageReceived>(), EventView.KindOf<MessageQueued>(), EventView.KindOf<MessageDelivery>(), EventView.KindOf<NoteAdded>(),
        EventView.KindOf<ContactChanged>(),
    ];

    private volatile bool isSomebodyBack;

    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        isSomebodyBack |= events.Any(happened => happened.Kind == StatusChosen);
        if (events.Any(happened => !SetsNothingFree.Contains(happened.Kind))) wake.Assignment.Ring();
    }

    protected override TimeSpan Recovery => TimeSpan.FromSeconds(1);

    protected override async Task Round(CancellationToken cancel)
    {
        var isBusy = await RunAll(cancel);
        await wake.Assignment.Wait(isBusy ? Moment : Sweep, cancel);
    }

    /// <returns>Whether somebody else was at it.</returns>
    private async Task<bool> RunAll(CancellationToken cancel)
    {
        var (isBusy, isExpected) = (false, isSomebodyBack);
        isSomebodyBack = false;
        foreach (var organisationId in await Organisations(cancel))
        {
            if (!await InRound(organisationId, round => round.HasWork(isExpected, cancel))) continue;

            var outcome = AssignmentRound.Outcome.More;
            while (outcome == AssignmentRound.Outcome.More) outcome = await InRound(organisationId, round => round.Run(cancel));
            isBusy |= outcome == AssignmentRound.Outcome.Busy;
        }

        return isBusy;
    }

    private async Task<List<Guid>> Organisations(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        return await db.Teams.IgnoreQueryFilters().Where(team => team.Limit != null).Select(team => team.OrganisationId).Distinct().ToListAsync(cancel);
    }

    private async Task<T> InRound<T>(Guid organisationId, Func<AssignmentRound, Task<T>> does)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RelaisDb>().Scope = organisationId;
        return await does(scope.ServiceProvider.GetRequiredService<AssignmentRound>());
    }
}
