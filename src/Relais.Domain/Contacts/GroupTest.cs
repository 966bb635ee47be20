using static Relais.Domain.Contacts.GroupOperator;

namespace Relais.Domain.Contacts;

/// <summary>
/// The rules of one group made ready to be asked often: values are read once, then a contact is looked at without reading them
/// again. Pure: the same contact always gets the same answer.
/// </summary>
public sealed class GroupTest
{
    private readonly bool all;
    private readonly Func<Contact, bool>[] rules;

    private GroupTest(bool all, Func<Contact, bool>[] rules)
    {
        this.all = all;
        this.rules = rules;
    }

    public static GroupTest Of(GroupMatch match, IReadOnlyList<GroupRule> rules, AttributeBook attributes) =>
        new(match == GroupMatch.All, [.. rules.Select(rule => Compile(rule, attributes))]);

    public bool Includes(Contact contact) => all
        ? Array.TrueForAll(rules, rule => rule(contact))
        : Array.Exists(rules, rule => rule(contact));

    private static Func<Contact, bool> Compile(GroupRule rule, AttributeBook attributes)
    {
        if (rule.Alias == Contact.Vip) return Ask(rule, AttributeFormat.YesNo, contact => contact.IsVip ? "yes" : "no");

        // An attribute that was deleted meanwhile is empty for everybody.
        return attributes.Find(rule.Alias) is { } attribute
            ? Ask(rule, attribute.Format, contact => contact.Shown(rule.Alias)?.Value)
            : Ask(rule, AttributeFormat.Text, _ => null);
    }

    private static Func<Contact, bool> Ask(GroupRule rule, AttributeFormat format, Func<Contact, string?> read)
    {
        if (rule.Operator == NotEmpty) return contact => read(contact) is not null;
        if (rule.Operator == Empty) return contact => read(contact) is null;

        var holds = Comparison(rule, format);
        // Who has no value is not that value: "is not" and "does not contain" hold for him.
        var ifMissing = rule.Operator is IsNot or DoesNotContain;
        return contact => read(contact) is { } value ? holds(value) : ifMissing;
    }

    private static Func<string, bool> Comparison(GroupRule rule, AttributeFormat format)
    {
        var operands = rule.Values.Select(value => Operand.Of(value, format)).ToArray();
        return rule.Operator switch
        {
            IsNot => value => !Array.Exists(operands, operand => operand.IsSame(value)),
            Contains => value => operands[0].IsPartOf(value),
            DoesNotContain => value => !operands[0].IsPartOf(value),
            GreaterThan => value => operands[0].Compare(value) > 0,
            AtLeast => value => operands[0].Compare(value) >= 0,
            LessThan => value => operands[0].Compare(value) < 0,
            AtMost => value => operands[0].Compare(value) <= 0,
            _ => value => Array.Exists(operands, operand => operand.IsSame(value)),
        };
    }

    /// <summary>What a contact's value is compared with.</summary>
    private sealed record Operand(string Text, decimal? Number, DateOnly? Day, AttributeFormat Format)
    {
        public static Operand Of(string value, AttributeFormat format) => new(
            format == AttributeFormat.Phone ? Digits(value) : value,
            format == AttributeFormat.Date ? null : AttributeFormats.NumberIn(value),
            AttributeFormats.DayIn(value),
            format);

        public bool IsSame(string value) => Format switch
        {
            AttributeFormat.Number => Number is not null && AttributeFormats.NumberIn(value) == Number,
            AttributeFormat.Date => Day is not null && AttributeFormats.DayIn(value) == Day,
            AttributeFormat.Language => IsLanguage(value),
            AttributeFormat.Phone => string.Equals(Digits(value), Text, StringComparison.Ordinal),
            _ => string.Equals(value, Text, StringComparison.OrdinalIgnoreCase),
        };

        public bool IsPartOf(string value) => Format == AttributeFormat.Phone
            ? Digits(value).Contains(Text, StringComparison.OrdinalIgnoreCase)
            : value.Contains(Text, StringComparison.OrdinalIgnoreCase);

        /// <summary>By number where both are one, else by day where both are one; null where they cannot be compared.</summary>
        public int? Compare(string value)
        {
            if (Number is { } number && AttributeFormats.NumberIn(value) is { } counted) return counted.CompareTo(number);

            return Day is { } day && AttributeFormats.DayIn(value) is { } dated ? dated.CompareTo(day) : null;
        }

        /// <summary>French is also French of Belgium; French of Belgium is nothing else.</summary>
        private bool IsLanguage(string value) => value.StartsWith(Text, StringComparison.OrdinalIgnoreCase)
            && (value.Length == Text.Length || value[Text.Length] == '-');

        /// <summary>A telephone number is written with or without spaces, dots and brackets.</summary>
        private static string Digits(string value)
        {
            var plain = string.Concat(value.Where(letter => letter == '+' || char.IsAsciiLetterOrDigit(letter)));
            return plain.Length > 0 ? plain : value;
        }
    }
}
