using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Routing;

/// <summary>Deletes a skill set; open conversations are routed again without it.</summary>
public static class RemoveSkillSet
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/skill-sets/{id:guid}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("RemoveSkillSet").WithTags("Routing").WithSummary("Delete a skill set")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Handle(Guid id, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var set = await db.SkillSets.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (set is null) return TypedResults.NotFound();

        set.Remove(me.AsActor(), clock.GetUtcNow());
        db.SkillSets.Remove(set);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
