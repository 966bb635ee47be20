using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Makes two contacts of one again, for 30 days after they were merged.</summary>
public static class UndoMerge
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/contacts/{id:guid}/merges/{mergeId:guid}", Handle)
            .Needs(Permission.MergeContacts)
            .WithName("UndoMerge").WithTags("Contacts").WithSummary("Make two contacts of one again")
            .Produces<ContactView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Handle(Guid id, Guid mergeId, MergeDesk desk, CancellationToken cancel) => desk.Undo(id, mergeId, cancel);
}
