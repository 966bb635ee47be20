using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Makes two contacts one, because they are one person.</summary>
public static class MergeContacts
{
    /// <param name="Other">Becomes part of the contact in the address.</param>
    public sealed record Request(Guid Other);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/contacts/{id:guid}/merges", Handle)
            .Needs(Permission.MergeContacts)
            .WithName("MergeContacts").WithTags("Contacts").WithSummary("Make another contact part of this one")
            .Produces<ContactView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Handle(Guid id, Request request, MergeDesk desk, CancellationToken cancel) =>
        desk.Merge(id, request.Other, cancel);
}
