using Microsoft.EntityFrameworkCore;
using Relais.Server.Channels;
using Relais.Server.Events;
using Relais.Server.Persistence;

namespace Relais.Server.Assignment;

/// <summary>
/// Gives work to those who are free, within milliseconds of whatever makes it possible: a conversation enters New, somebody
/// becomes available or finishes one, a team changes. Besides, it looks by itself, so that a missed call strands nobody.
/// </summary>
public sealed partial class AutomaticAssignment(IServiceScopeFactory scopes, Wake wake, TimeProvider clock, ILogger<AutomaticAssignment> log)
    : BackgroundService, IEventTap
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);

    /// <summary>Another node is at it and may not have seen what called us.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Whatever is not merely about a message may set a place free or a conversation waiting.</summary>
    public void Committed(IReadOnlyList<LiveEvent> events)
    {
        if (events.Any(happened => happened is { Kind: not ("messageReceived" or "messageQueued" or "messageDelivery" or "noteAdded" or "contactChanged") }))
            wake.Assignment.Ring();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var isBusy = await RunAll(stoppingToken);
                await wake.Assignment.Wait(isBusy ? Moment : Sweep, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(log, exception);
                await Task.Delay(Rest, clock, stoppingToken);
            }
        }
    }

    /// <returns>Whether somebody else was at it.</returns>
    private async Task<bool> RunAll(CancellationToken cancel)
    {
        var isBusy = false;
        foreach (var organisationId in await Organisations(cancel))
        {
            var outcome = AssignmentRound.Outcome.More;
            while (outcome == AssignmentRound.Outcome.More) outcome = await Run(organisationId, cancel);
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

    private async Task<AssignmentRound.Outcome> Run(Guid organisationId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RelaisDb>().Scope = organisationId;
        return await scope.ServiceProvider.GetRequiredService<AssignmentRound>().Run(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Automatic assignment failed; it is tried again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
