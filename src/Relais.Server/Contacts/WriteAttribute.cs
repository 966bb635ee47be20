using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>An agent writes or clears an attribute of a contact.</summary>
public static class WriteAttribute
{
    /// <param name="Value">An empty text clears it.</param>
    public sealed record Request(string? Value);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/contacts/{id:guid}/attributes/{alias}", Handle)
            .Needs(Permission.EditContacts)
            .WithName("WriteContactAttribute").WithTags("Contacts").WithSummary("Write an attribute of a contact")
            .Produces<ContactView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        routes.MapDelete("/contacts/{id:guid}/attributes/{alias}", Clear)
            .Needs(Permission.EditContacts)
            .WithName("ClearContactAttribute").WithTags("Contacts").WithSummary("Clear an attribute of a contact")
            .Produces<ContactView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> Clear(Guid id, string alias, RelaisDb db, CurrentMember me, ContactDesk desk, CancellationToken cancel) =>
        Handle(id, alias, new Request(null), db, me, desk, cancel);

    private static async Task<IResult> Handle(
        Guid id, string alias, Request request, RelaisDb db, CurrentMember me, ContactDesk desk, CancellationToken cancel)
    {
        if ((await db.ReadAttributes(me.OrganisationId, cancel)).Find(alias) is not { IsOn: true } attribute) return TypedResults.NotFound();

        return await desk.Change(id, contact => contact.Write(attribute, request.Value, desk.By, desk.Now), cancel);
    }
}
