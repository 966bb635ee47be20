using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Server.Persistence;
using Relais.Server.Security;

namespace Relais.Server.Contacts;

/// <summary>Makes an attribute of one's own, for instance « Fidélité ».</summary>
public static class AddAttribute
{
    private const int Most = 200;

    public sealed record Request(
        string Name,
        string Alias,
        AttributeFormat Format,
        IReadOnlyList<string>? Choices,
        bool ManagedByCrm = false,
        bool IsLookup = false,
        bool? AgentsMayEdit = null,
        bool IsPersonal = false);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/contact-attributes", Handle)
            .Needs(Permission.ManageSettings)
            .WithName("AddContactAttribute").WithTags("Contacts").WithSummary("Make an attribute of one's own")
            .Produces<AttributeView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> Handle(
        Request request, HttpContext context, RelaisDb db, CurrentMember me, TimeProvider clock, CancellationToken cancel)
    {
        var id = IdempotencyKey.IdFor(context.Request, me, "contact attribute");
        await using var turn = await db.BeginWrite(cancel);
        var attribute = await db.ContactAttributes.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (attribute is null)
        {
            var settings = new AttributeSettings(
                request.Name, request.Choices, request.ManagedByCrm, request.IsLookup, request.AgentsMayEdit, request.IsPersonal);
            var draft = new AttributeDraft(request.Alias, request.Format, settings);
            var stored = await db.ContactAttributes.AsNoTracking().ToListAsync(cancel);
            var last = AttributeBook.Of(me.OrganisationId, stored).InOrder.Max(one => one.Order);
            attribute = new ContactAttribute(me.OrganisationId, draft, last + 1, me.AsActor(), clock.GetUtcNow(), id);
            RefuseTaken(attribute, stored);
            db.ContactAttributes.Add(attribute);
            await ContactBooks.Renew(db, me.OrganisationId, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.Commit(cancel);
        }

        return TypedResults.Created($"/api/v1/contact-attributes/{attribute.Alias}", AttributeView.Of(attribute));
    }

    /// <summary>An alias that is being deleted is still taken: its old values must not come back under a new name.</summary>
    private static void RefuseTaken(ContactAttribute attribute, IReadOnlyCollection<ContactAttribute> stored)
    {
        var aliases = stored.Select(one => one.Alias).Concat(BuiltInAttributes.All.Select(one => one.Alias)).Append(Contact.Vip);
        if (aliases.Contains(attribute.Alias, StringComparer.OrdinalIgnoreCase))
            throw new RuleViolation("attribute.alias.taken", "Choose an alias no other attribute has.");

        stored.RefuseTakenName(attribute);
        if (stored.Count(one => one.Kind == AttributeKind.Own) >= Most)
            throw new RuleViolation(
                "attribute.too_many", $"Relais keeps at most {Most} attributes.", new Dictionary<string, object?> { ["limit"] = Most });
    }

    /// <exception cref="RuleViolation"><c>attribute.name.taken</c>.</exception>
    internal static void RefuseTakenName(this IEnumerable<ContactAttribute> stored, ContactAttribute attribute)
    {
        if (stored.Any(one => one.Id != attribute.Id && !one.IsRemoved && string.Equals(one.Name, attribute.Name, StringComparison.OrdinalIgnoreCase)))
            throw new RuleViolation("attribute.name.taken", "Choose a name no other attribute has.");
    }
}
