using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Writes a survey anew, turns it on or off, or puts it on other channels. Whom it has asked is asked no differently.</summary>
public static class ChangeSurvey
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(SurveyDraftView? Draft, bool? Enabled, IReadOnlyList<Guid>? ChannelIds);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/surveys/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeSurvey").WithTags("Surveys").WithSummary("Change a survey")
            .Produces<SurveyView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(Guid id, Request request, SurveyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await desk.Find(id, cancel) is not { } survey) return TypedResults.NotFound();

        if (request.Draft is { } draft) survey.Describe(draft.ToDraft(), desk.By, desk.Now);
        if (request.ChannelIds is { } channels) survey.AskOn(channels, desk.By, desk.Now);
        if (request.Enabled is { } on) survey.Turn(on, desk.By, desk.Now);
        await desk.Check(survey, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(SurveyView.Of(survey));
    }
}
