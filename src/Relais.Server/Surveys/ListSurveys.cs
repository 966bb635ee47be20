using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>The surveys, what each says, and what came of it lately.</summary>
public static class ListSurveys
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <param name="Items">The surveys.</param>
    /// <param name="Policy">What holds for all of them.</param>
    /// <param name="Supplied">What a new one begins with, in each language.</param>
    public sealed record Answer(IReadOnlyList<SurveyView> Items, SurveyPolicyView Policy, IReadOnlyList<SurveyWordsView> Supplied);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/surveys", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ListSurveys").WithTags("Surveys").WithSummary("The surveys, what each says, and what came of it lately")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, TimeProvider clock, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - Lately;
        var tallies = await db.SurveyRequests.Where(row => row.AskedAt >= since).GroupBy(row => row.SurveyId)
            .Select(same => new SurveyTally(same.Key, same.Count(), same.Count(row => row.Score != null), same.Count(row => row.Score >= Rating.Satisfied)))
            .ToDictionaryAsync(one => one.SurveyId, cancel);
        var surveys = await db.Surveys.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancel);
        return TypedResults.Ok(new Answer(
            [.. surveys.Select(one => SurveyView.Of(one, tallies.GetValueOrDefault(one.Id)))],
            SurveyPolicyView.Of(await db.SurveyPolicies.AsNoTracking().SingleOrDefaultAsync(cancel)),
            [.. SurveyWords.Supplied.Select(SurveyWordsView.Of)]));
    }
}
