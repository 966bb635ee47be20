using Relais.Domain.Contacts;
using Relais.Domain.Shared;
using Relais.Tests.Conversations;
using static Relais.Domain.Contacts.GroupOperator;

namespace Relais.Tests.Contacts;

/// <summary>The documented examples, and what each operator means where nobody would ask twice.</summary>
public sealed class GroupDomainTests
{
    private static readonly ContactAttribute Loyalty = AttributeDomainTests.Custom("loyalty", AttributeFormat.Choice, ["Argent", "Platine"]);
    private static readonly ContactAttribute Since = AttributeDomainTests.Custom("since", AttributeFormat.Date);
    private static readonly ContactAttribute Spent = AttributeDomainTests.Custom("spent", AttributeFormat.Text, managedByCrm: true);
    private static readonly AttributeBook Book = AttributeDomainTests.Book(Loyalty, Since, Spent);

    [Theory]
    [InlineData("page_url", NotEmpty, "", true)]
    [InlineData("device_platform", NotEmpty, "", false)]
    [InlineData("language", Is, "FR", true)]
    [InlineData("language", Is, "fr-CA", false)]
    [InlineData("phone", Contains, "+32", true)]
    [InlineData("phone", Is, "+32 470 11 22 33", true)]
    [InlineData("followers", GreaterThan, "1000", true)]
    [InlineData("followers", GreaterThan, "1500", false)]
    [InlineData("followers", AtLeast, "1500", true)]
    [InlineData("followers", LessThan, "1 500,5", true)]
    [InlineData("followers", AtMost, "1499", false)]
    [InlineData("followers", Is, "1500.0", true)]
    [InlineData("followers", AnyOf, "12|1500", true)]
    [InlineData("loyalty", Is, "platine", true)]
    [InlineData("loyalty", IsNot, "Argent", true)]
    [InlineData("loyalty", AnyOf, "Argent|Platine", true)]
    [InlineData("bio", IsNot, "Photographe", true)]
    [InlineData("bio", DoesNotContain, "photo", true)]
    [InlineData("bio", Empty, "", true)]
    [InlineData("since", GreaterThan, "2019-12-31", true)]
    [InlineData("since", LessThan, "2020-01-01", false)]
    [InlineData("spent", AtLeast, "99", true)]
    [InlineData("vip", Is, "oui", true)]
    [InlineData("vip", IsNot, "yes", false)]
    public void A_rule_holds_for_Zoe_or_not(string alias, GroupOperator asked, string values, bool holds) =>
        Holds(GroupMatch.All, Rule(alias, asked, values)).ShouldBe(holds);

    [Fact]
    public void Rules_are_joined_by_and_or_by_or()
    {
        var (isTrue, isFalse) = (Rule("language", Is, "fr"), Rule("language", Is, "de"));

        Holds(GroupMatch.All, isTrue, isFalse).ShouldBeFalse();
        Holds(GroupMatch.Any, isTrue, isFalse).ShouldBeTrue();
        Holds(GroupMatch.Any, isFalse).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nothing", Is, "x", "group.rule.attribute")]
    [InlineData("followers", Contains, "1", "group.rule.operator")]
    [InlineData("language", GreaterThan, "fr", "group.rule.operator")]
    [InlineData("vip", AnyOf, "yes", "group.rule.operator")]
    [InlineData("language", Is, "", "group.rule.values")]
    [InlineData("language", Is, "fr|nl", "group.rule.values")]
    [InlineData("language", AnyOf, "", "group.rule.values")]
    [InlineData("followers", GreaterThan, "beaucoup", "group.rule.value")]
    [InlineData("since", LessThan, "hier", "group.rule.value")]
    [InlineData("loyalty", Is, "Bois", "group.rule.value")]
    public void A_rule_that_means_nothing_is_refused(string alias, GroupOperator asked, string values, string code) =>
        Should.Throw<RuleViolation>(() => Rule(alias, asked, values)).Code.ShouldBe(code);

    [Fact]
    public void A_group_needs_a_name_and_some_rules()
    {
        Should.Throw<RuleViolation>(() => Group(" ", Rule("vip", Is, "yes"))).Code.ShouldBe("group.name.required");
        Should.Throw<RuleViolation>(() => Group("Premier")).Code.ShouldBe("group.rules.required");
        Should.Throw<RuleViolation>(() => Group("Premier", [.. Enumerable.Repeat(Rule("vip", Is, "yes"), 21)])).Code.ShouldBe("group.rules.too_many");
    }

    [Fact]
    public void Other_rules_must_be_counted_again()
    {
        var group = Group("Premier", Rule("vip", Is, "yes"));
        group.Complete(Exchange.Noon);
        group.IsCounted.ShouldBeTrue();

        group.Change(new GroupDraft("Premier", GroupMatch.Any, [Rule("loyalty", Is, "Platine")]), Book, Exchange.Ana, Exchange.Noon);
        group.IsCounted.ShouldBeFalse();
        group.Events.ShouldAllBe(happened => happened is ContactGroupChanged);
    }

    [Fact]
    public void A_walk_over_all_contacts_goes_on_where_it_was_and_tells_at_most_twice_a_second()
    {
        var sweep = new ContactSweep(Guid.CreateVersion7());
        sweep.Restart(1000, Exchange.Ana, Exchange.Noon);
        var first = Guid.CreateVersion7();
        sweep.Advance(first, 500, Exchange.Noon.AddMilliseconds(10));
        sweep.Advance(Guid.CreateVersion7(), 500, Exchange.Noon.AddMilliseconds(600));
        sweep.Finish(Exchange.Noon.AddMilliseconds(601));

        sweep.Events.Cast<ContactSweepMoved>().Select(about => (about.Done, about.Total)).ShouldBe([(0, 1000), (1000, 1000), (1000, 1000)]);
        sweep.IsRunning.ShouldBeFalse();
        sweep.Restart(7, Exchange.Ana, Exchange.Noon);
        (sweep.IsRunning, sweep.UpTo, sweep.Done).ShouldBe((true, Guid.Empty, 0));
    }

    private static GroupRule Rule(string alias, GroupOperator asked, string values) =>
        new GroupRule(alias, asked, values.Split('|', StringSplitOptions.RemoveEmptyEntries)).Checked(Book);

    private static ContactGroup Group(string name, params GroupRule[] rules) =>
        new(Guid.CreateVersion7(), new GroupDraft(name, GroupMatch.All, rules), Book, Exchange.Ana, Exchange.Noon);

    private static bool Holds(GroupMatch match, params GroupRule[] rules)
    {
        var zoe = new Contact(
            Guid.CreateVersion7(),
            new Profile("Zoé", Phone: "+32470112233", Language: "fr-BE")
            {
                Attributes = new Dictionary<string, string> { ["page_url"] = "https://maison-lune.fr", ["followers"] = "1500", ["spent"] = "120,5", ["since"] = "2020-01-01" },
            },
            Exchange.Noon);
        zoe.Write(Loyalty, "Platine", Exchange.Ana, Exchange.Noon);
        zoe.Mark(true, Exchange.Ana, Exchange.Noon);
        return GroupTest.Of(match, rules, Book).Includes(zoe);
    }
}
