using Relais.Domain.People;
using Relais.Domain.Tags;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Tags;

/// <summary>Makes a tag.</summary>
public static class AddTag
{
    public sealed record Request(string Name, string? Description);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tags", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddTag").WithTags("Tags").WithSummary("Make a tag")
            .Produces<TagView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "tag");
        var tag = id is null ? null : await db.FindTag(id.Value, cancel);
        if (tag is null)
        {
            tag = new Tag(me.OrganisationId, request.Name, request.Description, me.AsActor(), clock.GetUtcNow(), id);
            await db.RefuseTakenName(tag, cancel);
            db.Tags.Add(tag);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Created($"/api/v1/tags/{tag.Id}", TagView.Of(tag));
    }
}
