using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Surveys;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Surveys;

/// <summary>Chooses whose conversations are asked about, for all surveys.</summary>
public static class ChooseSurveyPolicy
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/survey-policy", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChooseSurveyPolicy").WithTags("Surveys").WithSummary("Choose whose conversations are asked about")
            .Produces<SurveyPolicyView>();

    private static async Task<IResult> Handle(SurveyPolicyView request, SurveyDesk desk, RelaisDb db, CancellationToken cancel)
    {
        var policy = await db.SurveyPolicies.SingleOrDefaultAsync(cancel);
        if (policy is null) db.SurveyPolicies.Add(policy = new SurveyPolicy(desk.OrganisationId));
        policy.Choose(request.Trigger, request.IncludesBulk, desk.By, desk.Now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SurveyPolicyView.Of(policy));
    }
}
