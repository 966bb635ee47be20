using Relais.Domain.People;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>An agent corrects what is known of a contact.</summary>
public static class CorrectContact
{
    /// <summary>Null leaves a field as it is; an empty text clears it.</summary>
    public sealed record Request(string? Name, string? Email, string? Phone, string? Language);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/contacts/{id:guid}", Handle)
            .Needs(Permission.EditContacts)
            .WithName("CorrectContact").WithTags("Contacts").WithSummary("Corrects what is known of a contact")
            .Produces<ContactView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Handle(Guid id, Request request, ContactDesk desk, CancellationToken cancel) => desk.Change(
        id, contact => contact.Correct(request.Name, request.Email, request.Phone, request.Language, desk.By, desk.Now), cancel);
}
