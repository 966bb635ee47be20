using Microsoft.EntityFrameworkCore;
using Relais.Domain.Automations;
using Relais.Domain.Conversations;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Automations;

/// <summary>Tells of a text which automations are for it, and why, condition by condition. Nothing is changed.</summary>
public static class TryAutomations
{
    /// <param name="Text">What a customer might write.</param>
    /// <param name="Draft">Only this one, as it is being written; null = all there are.</param>
    public sealed record Request(string? Text, AutomationDraft? Draft);

    /// <param name="Items">In their order.</param>
    public sealed record Answer(IReadOnlyList<TrialView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/automations/trial", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("TryAutomations").WithTags("Automations").WithSummary("Which automations are for a text, and why")
            .Produces<Answer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var world = await AutomationBook.World(db, me.OrganisationId, cancel);
        List<Automation> asked = request.Draft is { } draft
            ? [new Automation(me.OrganisationId, draft.ToPlan(), 0, me.AsActor(), clock.GetUtcNow())]
            : await db.Automations.AsNoTracking().OrderBy(one => one.Place).ThenBy(one => one.Id).ToListAsync(cancel);
        var verdicts = new AutomationRules(asked, world).Explain(Texts.Fit(request.Text, Message.TextLimit) ?? "");
        return TypedResults.Ok(new Answer([.. verdicts.Select(TrialView.Of)]));
    }
}

/// <summary>Whether one automation is for a text.</summary>
/// <param name="Groups">What its conditions found, group by group.</param>
public sealed record TrialView(Guid Id, string Name, bool Enabled, bool Matches, IReadOnlyList<IReadOnlyList<FindingView>> Groups)
{
    internal static TrialView Of(Verdict verdict) => new(
        verdict.Automation.Id, verdict.Automation.Name, verdict.Automation.IsEnabled, verdict.Matches,
        [.. verdict.Groups.Select(group => (IReadOnlyList<FindingView>)[.. group.Select(found => new FindingView(found.Holds, found.Spots, found.Words))])]);
}

/// <summary>Whether a condition holds.</summary>
/// <param name="Spots">Where its keywords stand in the text.</param>
/// <param name="Words">How many words there are, where they were counted.</param>
public sealed record FindingView(bool Holds, IReadOnlyList<Spot> Spots, int? Words);
