using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.ResolveReasons;

/// <summary>Why conversations can end, and where that is asked: the screens offer what the server will take.</summary>
public static class ListResolveReasons
{
    /// <param name="Items">In their order; archived ones too: some conversations ended with them.</param>
    /// <param name="Reasons">Where a reason is asked for.</param>
    /// <param name="Topics">Where a topic is asked for.</param>
    /// <param name="SurveyedChannelIds">Where a survey asks about what ended with the reason of surveys.</param>
    public sealed record Answer(IReadOnlyList<ResolveReasonView> Items, ScopesView Reasons, ScopesView Topics, IReadOnlyList<Guid> SurveyedChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/resolve-reasons", Handle)
            .Needs(Permission.UseRelais)
            .WithName("ListResolveReasons").WithTags("Resolve reasons").WithSummary("The resolve reasons, and where a reason or a topic is asked for")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CancellationToken cancel)
    {
        var reasons = await db.ResolveReasons.AsNoTracking().OrderBy(reason => reason.Place).ThenBy(reason => reason.Id).ToListAsync(cancel);
        var policy = await db.ResolvePolicy(cancel);
        var surveyed = await db.Surveys.SelectMany(survey => survey.Channels).Where(one => one.IsActive).Select(one => one.ChannelId).ToListAsync(cancel);
        return TypedResults.Ok(new Answer([.. reasons.Select(ResolveReasonView.Of)], ScopesView.Of(policy.Reasons), ScopesView.Of(policy.Topics), surveyed));
    }
}
