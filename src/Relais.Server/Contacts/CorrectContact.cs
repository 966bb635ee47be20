using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
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
            .WithName("CorrectContact").WithTags("Contacts").WithSummary("Corrects what is known of a contact");

    private static async Task<Results<Ok<ContactView>, NotFound>> Handle(
        Guid id, Request request, RelaisDb db, CurrentMember me, ContactCard card, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.Contacts.VisibleTo(me, db).FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } contact)
            return TypedResults.NotFound();

        contact.Correct(request.Name, request.Email, request.Phone, request.Language, me.AsActor(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(await card.Of(contact, me, cancel));
    }
}
