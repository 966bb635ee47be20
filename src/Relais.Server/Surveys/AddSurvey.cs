using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Makes a survey. It asks nobody until it is turned on, on a channel.</summary>
public static class AddSurvey
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/surveys", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddSurvey").WithTags("Surveys").WithSummary("Make a survey")
            .Produces<SurveyView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(SurveyDraftView request, HttpContext context, SurveyDesk desk, RelaisDb db, CurrentMember me, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "survey");
        var survey = id is { } known ? await desk.Find(known, cancel) : null;
        if (survey is null)
        {
            survey = new Survey(desk.OrganisationId, request.ToDraft(), desk.By, desk.Now, id);
            await desk.Check(survey, cancel);
            db.Surveys.Add(survey);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/surveys/{survey.Id}", SurveyView.Of(survey));
    }
}
