namespace Relais.Domain.Contacts;

/// <summary>All attributes of an organisation: the built-in ones as they were left, and its own, in the order agents see them.</summary>
public sealed class AttributeBook
{
    private readonly Dictionary<string, ContactAttribute> byAlias;

    private AttributeBook(IReadOnlyList<ContactAttribute> inOrder)
    {
        InOrder = inOrder;
        byAlias = inOrder.ToDictionary(one => one.Alias, StringComparer.Ordinal);
    }

    public IReadOnlyList<ContactAttribute> InOrder { get; }

    /// <param name="stored">Those that were made or changed; a built-in one that nobody touched is not stored.</param>
    public static AttributeBook Of(Guid organisationId, IReadOnlyCollection<ContactAttribute> stored)
    {
        var known = stored.Select(one => one.Alias).ToHashSet(StringComparer.Ordinal);
        var untouched = BuiltInAttributes.All.Select((built, place) => (built, place)).Where(one => !known.Contains(one.built.Alias))
            .Select(one => ContactAttribute.BuiltIn(organisationId, one.built, one.place));
        return new AttributeBook([.. stored.Where(one => !one.IsRemoved).Concat(untouched).OrderBy(one => one.Order).ThenBy(one => one.Id)]);
    }

    public ContactAttribute? Find(string? alias) => alias is null ? null : byAlias.GetValueOrDefault(alias);

    /// <summary>What of a channel's words is kept: attributes that are there and on, in their format; the rest is dropped in silence.</summary>
    public IReadOnlyDictionary<string, string> Accept(IReadOnlyDictionary<string, string> told)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (alias, text) in told)
        {
            if (Find(alias) is not { IsOn: true, ManagedByCrm: false } attribute) continue;
            if (Shared.Texts.Fit(text, ContactAttribute.ValueLimit) is not { } fitting) continue;
            if (attribute.Format.Read(fitting, attribute.Choices) is { } value) kept[alias] = value;
        }

        return kept;
    }
}
