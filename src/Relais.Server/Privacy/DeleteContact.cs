using Relais.Domain.People;
using Relais.Domain.Privacy;
using Relais.Server.Security;

namespace Relais.Server.Privacy;

/// <summary>An administrator deletes a contact with everything that is his, for good; before that he sees how much it is.</summary>
public static class DeleteContact
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/contacts/{id:guid}/deletion", Preview)
            .Needs(Permission.DeleteContacts)
            .WithName("PreviewDeletion").WithTags("Privacy").WithSummary("How much goes when a contact is deleted")
            .Produces<Losses>().ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapDelete("/contacts/{id:guid}", Delete)
            .Needs(Permission.DeleteContacts)
            .WithName("DeleteContact").WithTags("Privacy").WithSummary("Delete a contact with everything that is his, for good")
            .WithDescription("Conversations, messages, files, notes and attributes are gone from every screen when this is answered, and from every table and file soon after. Whoever writes again is somebody new.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Preview(Guid id, DeletionDesk desk, CancellationToken cancel) =>
        await desk.Preview(id, cancel) is { } losses ? TypedResults.Ok(losses) : TypedResults.NotFound();

    private static async Task<IResult> Delete(Guid id, DeletionDesk desk, CancellationToken cancel) =>
        await desk.Delete(id, cancel) is not null ? TypedResults.NoContent() : TypedResults.NotFound();
}
