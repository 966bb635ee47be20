using Microsoft.EntityFrameworkCore;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Server.Persistence;

namespace Relais.Server.Contacts;

/// <summary>An attribute as the settings, the rules and the card beside the thread need it.</summary>
/// <param name="Name">Null for built-in ones: their name is a text of the screens.</param>
/// <param name="Operators">What a group may ask of it.</param>
public sealed record AttributeView(
    string Alias,
    string? Name,
    AttributeKind Kind,
    AttributeFormat Format,
    IReadOnlyList<string> Choices,
    bool IsOn,
    bool ManagedByCrm,
    bool IsLookup,
    bool AgentsMayEdit,
    bool IsPersonal,
    IReadOnlyList<GroupOperator> Operators)
{
    public static AttributeView Of(ContactAttribute attribute) => new(
        attribute.Alias,
        attribute.Name,
        attribute.Kind,
        attribute.Format,
        attribute.Choices,
        attribute.IsOn,
        attribute.ManagedByCrm,
        attribute.IsLookup,
        attribute.AgentsMayEdit,
        attribute.IsPersonal,
        GroupRule.OperatorsOf(attribute.Format, attribute.ManagedByCrm));
}

internal static class Attributes
{
    public static async Task<AttributeBook> ReadAttributes(this RelaisDb db, Guid organisationId, CancellationToken cancel) =>
        AttributeBook.Of(organisationId, await db.ContactAttributes.AsNoTracking().ToListAsync(cancel));

    /// <summary>To be changed: a built-in one that nobody has touched yet is stored from now on.</summary>
    public static async Task<ContactAttribute?> ChangeableAttribute(this RelaisDb db, Guid organisationId, string alias, CancellationToken cancel)
    {
        if (await db.ContactAttributes.FirstOrDefaultAsync(row => row.Alias == alias && !row.IsRemoved, cancel) is { } stored) return stored;
        if ((await db.ReadAttributes(organisationId, cancel)).Find(alias) is not { } untouched) return null;

        db.ContactAttributes.Add(untouched);
        return untouched;
    }

    /// <exception cref="RuleViolation"><c>attribute.in_use</c>: what groups ask of must not vanish under them.</exception>
    public static async Task RefuseWhileAsked(this RelaisDb db, string alias, CancellationToken cancel)
    {
        var groups = await db.ContactGroups.AsNoTracking().ToListAsync(cancel);
        var names = groups.Where(group => group.Rules.Any(rule => rule.Alias == alias)).Select(group => group.Name).ToArray();
        if (names.Length > 0)
            throw new RuleViolation(
                "attribute.in_use",
                "Contact groups ask for this attribute: change them first.",
                new Dictionary<string, object?> { ["groups"] = string.Join(", ", names) });
    }
}
