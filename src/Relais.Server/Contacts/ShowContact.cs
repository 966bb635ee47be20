using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>What is known of a contact.</summary>
public static class ShowContact
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/contacts/{id:guid}", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ShowContact").WithTags("Contacts").WithSummary("What is known of a contact");

    private static async Task<Results<Ok<ContactView>, NotFound>> Handle(
        Guid id, RelaisDb db, CurrentMember me, ContactCard card, CancellationToken cancel) =>
        await db.Contacts.AsNoTracking().VisibleTo(me, db).Standing(id, db, cancel) is { } contact
            ? TypedResults.Ok(await card.Of(contact, me, cancel))
            : TypedResults.NotFound();
}
