using System.Globalization;
using CsCheck;
using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using static Relais.Domain.Contacts.GroupOperator;

namespace Relais.Tests.Contacts;

/// <summary>
/// Any group and any contact: the prepared rules answer as an evaluator does that was written from the product's words, reads
/// everything anew each time and knows nothing of the other.
/// </summary>
public sealed class GroupModelTests
{
    private static readonly ContactAttribute[] Custom =
    [
        AttributeDomainTests.Custom("note", AttributeFormat.Text),
        AttributeDomainTests.Custom("file", AttributeFormat.Text, managedByCrm: true),
        AttributeDomainTests.Custom("since", AttributeFormat.Date),
        AttributeDomainTests.Custom("tier", AttributeFormat.Choice, ["Or", "Platine"]),
    ];

    private static readonly AttributeBook Book = AttributeDomainTests.Book(Custom);

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["note"] = ["Lune", "lune", "pleine LUNE", "10", "9", "été"],
        ["file"] = ["10", "9,5", "abc", "2026-01-02", "2025-12-31"],
        ["since"] = ["2026-01-02", "2025-12-31"],
        ["tier"] = ["Or", "Platine"],
        ["followers"] = ["1000", "999.5", "1000.0", "12"],
        ["language"] = ["fr", "FR", "fr-BE", "frr", "nl"],
        ["phone"] = ["+32 470", "+32470", "0470"],
        ["vip"] = ["yes", "no"],
    };

    private static readonly Gen<(string Alias, string? Value)> Fact =
        OneOf(Values.Keys.ToArray()).SelectMany(alias => OneOf<string?>([.. Values[alias], null]).Select(value => (alias, value)));

    private static readonly Gen<GroupRule> Rule = OneOf(Values.Keys.ToArray()).SelectMany(alias =>
        OneOf(OperatorsFor(alias)).SelectMany(asked => OneOf(Values[alias]).Array[asked == AnyOf ? 2 : 1]
            .Select(operands => new GroupRule(alias, asked, asked is NotEmpty or Empty ? [] : operands))));

    [Fact]
    public void Prepared_rules_answer_as_the_naive_evaluator_does() =>
        Gen.Select(Fact.List[0, 10], Rule.Array[1, 4], Gen.Enum<GroupMatch>()).Sample(
            world =>
            {
                var (facts, written, match) = world;
                var contact = ContactWith(facts);
                var rules = written.Select(rule => rule.Checked(Book)).ToArray();
                GroupTest.Of(match, rules, Book).Includes(contact).ShouldBe(Naive.Includes(contact, match, written));
            },
            iter: 20_000);

    [Fact]
    public void A_planted_mistake_is_found()
    {
        var found = 0;
        Gen.Select(Fact.List[0, 10], Rule).Sample(
            world =>
            {
                var (facts, rule) = world;
                var mistaken = rule.Operator == AtLeast ? rule with { Operator = GreaterThan } : rule;
                var answer = GroupTest.Of(GroupMatch.All, [mistaken.Checked(Book)], Book).Includes(ContactWith(facts));
                if (answer != Naive.Holds(ContactWith(facts), rule)) Interlocked.Increment(ref found);
            },
            iter: 20_000);
        found.ShouldBeGreaterThan(0);
    }

    private static Gen<T> OneOf<T>(IReadOnlyList<T> choices) => Gen.Int[0, choices.Count - 1].Select(place => choices[place]);

    private static IReadOnlyList<GroupOperator> OperatorsFor(string alias) => Book.Find(alias) is { } attribute
        ? GroupRule.OperatorsOf(attribute.Format, attribute.ManagedByCrm)
        : GroupRule.OperatorsOf(AttributeFormat.YesNo, false);

    private static Contact ContactWith(IEnumerable<(string Alias, string? Value)> facts)
    {
        var known = facts.Where(fact => fact is { Value: not null } && fact.Alias != "vip").GroupBy(fact => fact.Alias).ToDictionary(same => same.Key, same => same.Last().Value!);
        var contact = new Contact(Guid.CreateVersion7(), new Profile { Attributes = known }, Exchange.Noon);
        contact.Mark(facts.Any(fact => fact is { Alias: "vip", Value: "yes" }), Actor.System, Exchange.Noon);
        return contact;
    }

    /// <summary>§3.2 word for word.</summary>
    private static class Naive
    {
        public static bool Includes(Contact contact, GroupMatch match, GroupRule[] rules) =>
            match == GroupMatch.All ? rules.All(rule => Holds(contact, rule)) : rules.Any(rule => Holds(contact, rule));

        public static bool Holds(Contact contact, GroupRule rule)
        {
            var value = rule.Alias == "vip" ? (contact.IsVip ? "yes" : "no") : contact.Values.SingleOrDefault(one => one.Alias == rule.Alias)?.Value;
            return rule.Operator switch
            {
                NotEmpty => value is not null,
                Empty => value is null,
                IsNot => value is null || !Same(rule.Alias, value, rule.Values[0]),
                DoesNotContain => value is null || !Has(rule.Alias, value, rule.Values[0]),
                _ when value is null => false,
                Is => Same(rule.Alias, value, rule.Values[0]),
                AnyOf => rule.Values.Any(one => Same(rule.Alias, value, one)),
                Contains => Has(rule.Alias, value, rule.Values[0]),
                GreaterThan => Order(value, rule.Values[0]) is 1,
                AtLeast => Order(value, rule.Values[0]) is 0 or 1,
                LessThan => Order(value, rule.Values[0]) is -1,
                _ => Order(value, rule.Values[0]) is 0 or -1,
            };
        }

        private static bool Same(string alias, string value, string wanted) => alias switch
        {
            "followers" => Number(value) == Number(wanted),
            "language" => value.Equals(wanted, StringComparison.OrdinalIgnoreCase) || value.StartsWith(wanted + "-", StringComparison.OrdinalIgnoreCase),
            "phone" => value.Replace(" ", "", StringComparison.Ordinal) == wanted.Replace(" ", "", StringComparison.Ordinal),
            _ => value.Equals(wanted, StringComparison.OrdinalIgnoreCase),
        };

        private static bool Has(string alias, string value, string part) => alias == "phone"
            ? value.Replace(" ", "", StringComparison.Ordinal).Contains(part.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
            : value.Contains(part, StringComparison.OrdinalIgnoreCase);

        private static int? Order(string value, string wanted) =>
            Number(value) is { } one && Number(wanted) is { } other ? Math.Sign(one.CompareTo(other))
            : DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && DateTime.TryParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var limit) ? Math.Sign(day.CompareTo(limit))
            : null;

        private static decimal? Number(string text) =>
            decimal.TryParse(text.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
