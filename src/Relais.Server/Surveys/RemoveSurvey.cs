using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Deletes a survey. What it has heard stays, and whom it has asked may still answer.</summary>
public static class RemoveSurvey
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/surveys/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveSurvey").WithTags("Surveys").WithSummary("Delete a survey")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, SurveyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        if (await desk.Find(id, cancel) is not { } survey) return TypedResults.NotFound();

        survey.Remove(desk.By, desk.Now);
        db.Surveys.Remove(survey);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
