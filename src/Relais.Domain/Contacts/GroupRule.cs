using Relais.Domain.Shared;
using static Relais.Domain.Contacts.GroupOperator;

namespace Relais.Domain.Contacts;

/// <summary>How a rule compares what is known of a contact with its values.</summary>
public enum GroupOperator
{
    Is,
    IsNot,
    AnyOf,
    Contains,
    DoesNotContain,
    GreaterThan,
    AtLeast,
    LessThan,
    AtMost,
    NotEmpty,
    Empty,
}

/// <summary>One condition of a group: an attribute, an operator and what it is compared with.</summary>
/// <param name="Alias">Of the attribute, or <see cref="Contact.Vip"/>.</param>
/// <param name="Values">None for "empty" and "not empty", one or more for "any of", exactly one otherwise.</param>
public sealed record GroupRule(string Alias, GroupOperator Operator, IReadOnlyList<string> Values)
{
    public const int MostValues = 100;
    public const int ValueLimit = 255;

    private static readonly GroupOperator[] Presence = [NotEmpty, Empty];
    private static readonly GroupOperator[] Equality = [Is, IsNot, AnyOf];
    private static readonly GroupOperator[] Order = [GreaterThan, AtLeast, LessThan, AtMost];
    private static readonly GroupOperator[] Parts = [Contains, DoesNotContain];

    /// <summary>What may be asked of an attribute. Whatever comes from the customer file may be compared by size, too.</summary>
    public static IReadOnlyList<GroupOperator> OperatorsOf(AttributeFormat format, bool managedByCrm) => format switch
    {
        AttributeFormat.YesNo => [Is, IsNot, .. Presence],
        AttributeFormat.Number or AttributeFormat.Date => [.. Equality, .. Order, .. Presence],
        _ => [.. Equality, .. Parts, .. managedByCrm ? Order : [], .. Presence],
    };

    /// <summary>The rule as it is kept, its values in the format of the attribute.</summary>
    /// <exception cref="RuleViolation"><c>group.rule.attribute</c>, <c>group.rule.operator</c>, <c>group.rule.values</c>, <c>group.rule.value</c>.</exception>
    public GroupRule Checked(AttributeBook attributes)
    {
        var attribute = Alias == Contact.Vip ? null : attributes.Find(Alias)
            ?? throw Refusal("group.rule.attribute", $"There is no attribute '{Alias}'.");
        if (!OperatorsOf(attribute?.Format ?? AttributeFormat.YesNo, attribute?.ManagedByCrm ?? false).Contains(Operator))
            throw Refusal("group.rule.operator", $"'{Alias}' cannot be compared like that.");

        string[] written = [.. (Values ?? []).Select(value => Texts.Optional(value, ValueLimit, "group.value")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        var isRightCount = Operator switch
        {
            NotEmpty or Empty => true,
            AnyOf => written.Length is > 0 and <= MostValues,
            _ => written.Length == 1,
        };
        if (!isRightCount) throw Refusal("group.rule.values", "Say what to compare with.");

        return this with { Values = Operator is NotEmpty or Empty ? [] : [.. written.Select(value => ValueFor(attribute, value))] };
    }

    private string ValueFor(ContactAttribute? attribute, string value) => Operator is Contains or DoesNotContain
        ? value
        : ComparedFormat(attribute).Read(value, attribute?.Choices ?? [])
            ?? throw new RuleViolation(
                "group.rule.value",
                $"'{value}' is no value of '{Alias}'.",
                new Dictionary<string, object?> { ["alias"] = Alias, ["value"] = value });

    /// <summary>Only parts of an e-mail or a telephone number may be known; then equality is plain text.</summary>
    private static AttributeFormat ComparedFormat(ContactAttribute? attribute) => attribute?.Format switch
    {
        null => AttributeFormat.YesNo,
        AttributeFormat.Email or AttributeFormat.Phone or AttributeFormat.Url => AttributeFormat.Text,
        { } format => format,
    };

    private RuleViolation Refusal(string code, string message) =>
        new(code, message, new Dictionary<string, object?> { ["alias"] = Alias });
}
