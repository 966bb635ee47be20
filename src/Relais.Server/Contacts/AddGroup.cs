using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Makes a contact group; who belongs to it is found behind the answer.</summary>
public static class AddGroup
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/contact-groups", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddContactGroup").WithTags("Contacts").WithSummary("Make a contact group")
            .Produces<GroupView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        GroupRequest request, HttpContext context, RelaisDb db, CurrentMember me, SweepStart sweep, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "contact group");
        await using var turn = await sweep.Begin(cancel);
        var group = await db.ContactGroups.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (group is null)
        {
            await sweep.Order(me.OrganisationId, me.AsActor(), cancel);
            group = new ContactGroup(
                me.OrganisationId, request.AsDraft(), await db.ReadAttributes(me.OrganisationId, cancel), me.AsActor(), sweep.Now, id);
            await db.RefuseTakenName(group, cancel);
            if (await db.ContactGroups.CountAsync(cancel) >= Most)
                throw new RuleViolation("group.too_many", $"Relais keeps at most {Most} groups.", new Dictionary<string, object?> { ["limit"] = Most });

            db.ContactGroups.Add(group);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
            sweep.Ring();
        }

        return TypedResults.Created($"/api/v1/contact-groups/{group.Id}", GroupView.Of(group, 0));
    }
}
