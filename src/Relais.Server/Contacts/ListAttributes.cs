using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>What may be known of contacts, in the order agents see it.</summary>
public static class ListAttributes
{
    public sealed record Answer(IReadOnlyList<AttributeView> Items);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/contact-attributes", Handle)
            .Needs(Permission.SeeConversations)
            .WithName("ListContactAttributes").WithTags("Contacts").WithSummary("The attributes of contacts, in order")
            .Produces<Answer>();

    private static async Task<IResult> Handle(RelaisDb db, CurrentMember me, CancellationToken cancel) =>
        TypedResults.Ok(new Answer([.. (await db.ReadAttributes(me.OrganisationId, cancel)).InOrder.Select(AttributeView.Of)]));
}
