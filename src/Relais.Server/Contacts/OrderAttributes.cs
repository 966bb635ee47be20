using Microsoft.EntityFrameworkCore;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Sets the order in which agents see the attributes.</summary>
public static class OrderAttributes
{
    /// <param name="Aliases">In the new order; those left out keep theirs, after these.</param>
    public sealed record Request(IReadOnlyList<string> Aliases);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/contact-attributes/order", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("OrderContactAttributes").WithTags("Contacts").WithSummary("Set the order of the attributes")
            .Produces<ListAttributes.Answer>();

    private static async Task<IResult> Handle(Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        var wanted = (request.Aliases ?? []).Distinct(StringComparer.Ordinal).Select((alias, place) => (alias, place))
            .ToDictionary(one => one.alias, one => one.place, StringComparer.Ordinal);
        var stored = await db.ContactAttributes.Where(row => !row.IsRemoved).ToListAsync(cancel);
        var book = Relais.Domain.Contacts.AttributeBook.Of(me.OrganisationId, stored);
        foreach (var (attribute, place) in book.InOrder.OrderBy(one => wanted.GetValueOrDefault(one.Alias, int.MaxValue)).Select((one, place) => (one, place)))
            attribute.Place(place, me.AsActor(), clock.GetUtcNow());

        db.ContactAttributes.AddRange(book.InOrder.Except(stored));
        await ContactBooks.Renew(db, me.OrganisationId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(new ListAttributes.Answer([.. (await db.ReadAttributes(me.OrganisationId, cancel)).InOrder.Select(AttributeView.Of)]));
    }
}
