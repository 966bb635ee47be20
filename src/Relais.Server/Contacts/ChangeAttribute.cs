using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Turns an attribute on or off, or changes one of one's own.</summary>
public static class ChangeAttribute
{
    /// <summary>What is left out stays as it is.</summary>
    public sealed record Request(
        bool? IsOn, string? Name, IReadOnlyList<string>? Choices, bool? ManagedByCrm, bool? IsLookup, bool? AgentsMayEdit, bool? IsPersonal)
    {
        internal bool ChangesSettings => (Name, Choices, ManagedByCrm, IsLookup, AgentsMayEdit, IsPersonal) is not (null, null, null, null, null, null);
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch("/contact-attributes/{alias}", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("ChangeContactAttribute").WithTags("Contacts").WithSummary("Turn an attribute on or off, or change one of one's own")
            .Produces<AttributeView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        string alias, Request request, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        await using var turn = await db.BeginWrite(cancel);
        if (await db.ChangeableAttribute(me.OrganisationId, alias, cancel) is not { } attribute) return TypedResults.NotFound();

        var (by, now) = (me.AsActor(), clock.GetUtcNow());
        if (request.IsOn is { } on) attribute.Turn(on, by, now);
        if (request.ChangesSettings)
        {
            attribute.Change(SettingsOf(attribute, request), by, now);
            (await db.ContactAttributes.AsNoTracking().ToListAsync(cancel)).RefuseTakenName(attribute);
        }

        await ContactBooks.Renew(db, me.OrganisationId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.Commit(cancel);
        return TypedResults.Ok(AttributeView.Of(attribute));
    }

    private static AttributeSettings SettingsOf(ContactAttribute attribute, Request request) => new(
        request.Name ?? attribute.Name ?? "",
        request.Choices ?? attribute.Choices,
        request.ManagedByCrm ?? attribute.ManagedByCrm,
        request.IsLookup ?? attribute.IsLookup,
        request.AgentsMayEdit ?? attribute.AgentsMayEdit,
        request.IsPersonal ?? attribute.IsPersonal);
}
