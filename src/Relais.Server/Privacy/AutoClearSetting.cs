using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Domain.Privacy;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Privacy;

/// <summary>When what is known of a contact is deleted by itself: one choice for the organisation.</summary>
public static class AutoClearSetting
{
    public sealed record View(AutoClear Option);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/auto-clear", Show).Needs(Permission.ManageSettings)
            .WithName("ShowAutoClear").WithTags("Privacy").WithSummary("When the attributes of a contact are deleted by themselves")
            .Produces<View>();
        routes.MapPut("/auto-clear", Choose).Needs(Permission.ManageSettings)
            .WithName("ChooseAutoClear").WithTags("Privacy").WithSummary("Choose when the attributes of a contact are deleted by themselves")
            .Produces<View>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Show(RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        TypedResults.Ok(new View(await db.Organisations.Where(one => one.Id == me.OrganisationId).Select(one => one.AutoClear).SingleAsync(cancel)));

    private static async Task<IResult> Choose(View request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var organisation = await db.Organisations.SingleAsync(one => one.Id == me.OrganisationId, cancel);
        organisation.ChooseAutoClear(request.Option, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new View(organisation.AutoClear));
    }
}
