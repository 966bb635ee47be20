using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Domain.Shared;
using Relais.Domain.Topics;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Routing;

/// <summary>Which teams a conversation is for and how urgent it is, and that the decision says why.</summary>
public sealed class RoutingDomainTests
{
    private static readonly Guid House = Guid.CreateVersion7();
    private static readonly Guid Delivery = Guid.CreateVersion7(), Payment = Guid.CreateVersion7(), Night = Guid.CreateVersion7();
    private static readonly Guid Premier = Guid.CreateVersion7(), Press = Guid.CreateVersion7();
    private static readonly Guid WhatsApp = Guid.CreateVersion7(), Web = Guid.CreateVersion7();

    private readonly Topic returns = new(House, "Retours", null, Ana, Noon);
    private readonly Topic broken = new(House, "Casse", null, Ana, Noon);
    private readonly TopicTree tree;

    public RoutingDomainTests()
    {
        broken.MoveBelow(returns.Id, new TopicTree([returns, broken]), Ana, Noon);
        tree = new TopicTree([returns, broken]);
    }

    [Fact]
    public void A_conversation_goes_to_the_teams_of_all_that_match()
    {
        var rules = Rules([Set("Retours", [Delivery], About(returns)), Set("Privé", [Payment], Private())]);

        var decision = rules.Decide(Zoe(topics: [returns.Id]));
        decision.Source.ShouldBe(TeamSource.SkillSets);
        decision.Teams.Select(team => team.Name).ShouldBe(["Livraison", "Paiement"], ignoreOrder: true);
        decision.SkillSets.Select(set => set.Name).ShouldBe(["Retours", "Privé"]);
        decision.SkillSets[0].Because.ShouldHaveSingleItem().Values.ShouldBe(["Retours"]);
    }

    [Fact]
    public void What_matches_nothing_goes_to_the_fallback_teams_and_else_to_everyone()
    {
        var sets = new[] { Set("Retours", [Delivery], About(returns)) };
        Rules(sets, fallback: [Night]).Decide(Zoe()).ShouldSatisfyAllConditions(
            decision => decision.Source.ShouldBe(TeamSource.Fallback),
            decision => decision.Teams.ShouldHaveSingleItem().Name.ShouldBe("Nuit"));
        Rules(sets).Decide(Zoe()).ShouldSatisfyAllConditions(
            decision => decision.Source.ShouldBe(TeamSource.Everyone),
            decision => decision.Teams.ShouldBeEmpty());
    }

    [Fact]
    public void A_team_without_the_channel_gets_nothing_and_the_decision_says_so()
    {
        var rules = Rules([Set("Retours", [Payment], About(returns))], fallback: [Night]);

        var decision = rules.Decide(Zoe(channel: WhatsApp, topics: [returns.Id]));
        decision.Source.ShouldBe(TeamSource.Fallback);
        decision.SkillSets.ShouldHaveSingleItem().TeamsWithoutChannel.ShouldHaveSingleItem().Name.ShouldBe("Paiement");
        rules.Decide(Zoe(channel: Web, topics: [returns.Id])).Source.ShouldBe(TeamSource.SkillSets);
    }

    [Fact]
    public void A_sub_topic_counts_as_its_topic_unless_the_rule_says_no()
    {
        Rules([Set("Retours", [Delivery], About(returns))]).Decide(Zoe(topics: [broken.Id])).Source.ShouldBe(TeamSource.SkillSets);
        Rules([Set("Retours", [Delivery], About(returns) with { WithParts = false })]).Decide(Zoe(topics: [broken.Id])).Source.ShouldBe(TeamSource.Everyone);
    }

    [Theory]
    [InlineData(Joint.All, false)]
    [InlineData(Joint.Any, true)]
    public void Two_filter_groups_are_joined_by_and_or_or(Joint joint, bool matches)
    {
        var filter = new Filter(joint, [new FilterGroup(Joint.All, [About(returns)]), new FilterGroup(Joint.All, [In(Premier)])]);
        filter.Matches(Zoe(topics: [returns.Id])).ShouldBe(matches);
        filter.Matches(Zoe(topics: [returns.Id], groups: [Premier])).ShouldBeTrue();
    }

    [Fact]
    public void A_rule_whose_values_are_gone_matches_nothing_until_it_is_mended()
    {
        var set = new SkillSet(House, "Retours", Filter(new FilterRule(RuleKind.Topic, RuleTest.NoneOf, [returns.Id], [])), Ana, Noon);
        set.ApplyTo([Delivery], Ana, Noon);
        Rules([Skill.Of(set)]).Decide(Zoe()).Source.ShouldBe(TeamSource.SkillSets);

        set.Replace(returns.Id, null, Ana, Noon);
        set.Filter.IsComplete.ShouldBeFalse();
        Rules([Skill.Of(set)]).Decide(Zoe()).Source.ShouldBe(TeamSource.Everyone);
    }

    [Fact]
    public void A_merged_topic_is_replaced_in_rules_and_priorities()
    {
        var set = new SkillSet(House, "Casse", Filter(About(broken)), Ana, Noon);
        set.Replace(broken.Id, returns.Id, Ana, Noon);
        set.Filter.Groups[0].Rules[0].Ids.ShouldBe([returns.Id]);

        var policy = new RoutingPolicy(House);
        policy.Prioritise([Urgent(PriorityKind.Topic, broken.Id, 3), Urgent(PriorityKind.Topic, returns.Id)], Ana, Noon);
        policy.Replace(broken.Id, returns.Id, Ana, Noon);
        policy.Priorities.ShouldHaveSingleItem().Id.ShouldBe(returns.Id);
        policy.Replace(returns.Id, null, Ana, Noon);
        policy.Priorities.ShouldBeEmpty();
    }

    [Fact]
    public void One_topic_and_two_contact_groups_make_three()
    {
        var rules = Rules([], priorities: [Urgent(PriorityKind.Topic, returns.Id), Urgent(PriorityKind.ContactGroup, Premier), Urgent(PriorityKind.ContactGroup, Press)]);
        var decision = rules.Decide(Zoe(topics: [broken.Id], groups: [Premier, Press]));
        decision.Score.ShouldBe(3);
        decision.Priorities.Select(one => one.Name).ShouldBe(["Retours", "Premier", "Presse"]);
        rules.Decide(Zoe()).Score.ShouldBe(0);
    }

    [Fact]
    public void A_channel_is_urgent_for_the_visibility_it_names_with_its_weight()
    {
        var rules = Rules([], priorities: [Urgent(PriorityKind.Channel, Web, 5, Visibility.Public), Urgent(PriorityKind.Channel, WhatsApp, 2)]);
        rules.Decide(Zoe(channel: Web)).Score.ShouldBe(0);
        rules.Decide(Zoe(channel: Web, visibility: Visibility.Public)).Score.ShouldBe(5);
        rules.Decide(Zoe(channel: WhatsApp)).Score.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_weight_is_between_one_and_ten(int weight) =>
        Should.Throw<RuleViolation>(() => RoutingPolicy.Checked([Urgent(PriorityKind.Topic, returns.Id, weight)])).Code.ShouldBe("priority.weight");

    [Fact]
    public void The_language_is_compared_without_its_region()
    {
        var french = Filter(new FilterRule(RuleKind.Language, RuleTest.AnyOf, [], ["fr"]));
        french.Matches(Zoe(language: "fr-BE")).ShouldBeTrue();
        french.Matches(Zoe(language: "en")).ShouldBeFalse();
        french.Matches(Zoe()).ShouldBeFalse();
        Filter(new FilterRule(RuleKind.Language, RuleTest.Absent, [], [])).Matches(Zoe()).ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_saved_is_refused()
    {
        Code(new Filter(Joint.All, [])).ShouldBe("filter.empty");
        Code(new Filter(Joint.All, [new FilterGroup(Joint.All, [])])).ShouldBe("filter.empty");
        Code(Filter(new FilterRule(RuleKind.Topic, RuleTest.AnyOf, [], []))).ShouldBe("filter.rule.incomplete");
        Code(Filter(new FilterRule(RuleKind.Visibility, RuleTest.Absent, [], []))).ShouldBe("filter.rule.test");
        Code(new Filter(Joint.All, [.. Enumerable.Repeat(new FilterGroup(Joint.All, [Private()]), Domain.Routing.Filter.GroupLimit + 1)])).ShouldBe("filter.too_large");
        Filter(new FilterRule(RuleKind.Topic, RuleTest.Absent, [], [])).Checked().ShouldNotBeNull();

        static string Code(Filter filter) => Should.Throw<RuleViolation>(() => filter.Checked()).Code;
    }

    private static Skill Set(string name, Guid[] teams, params FilterRule[] rules) => new(Guid.CreateVersion7(), name, Filter(rules), teams);

    private static Filter Filter(params FilterRule[] rules) => new(Joint.All, [new FilterGroup(Joint.All, rules)]);

    private static FilterRule About(Topic topic) => new(RuleKind.Topic, RuleTest.AnyOf, [topic.Id], []);

    private static FilterRule In(Guid group) => new(RuleKind.ContactGroup, RuleTest.AnyOf, [group], []);

    private static FilterRule Private() => new(RuleKind.Visibility, RuleTest.AnyOf, [], ["private"]);

    private static PriorityRule Urgent(PriorityKind kind, Guid id, int weight = 1, Visibility? visibility = null) => new(kind, id, visibility, weight);

    private RoutingRules Rules(IReadOnlyList<Skill> skills, Guid[]? fallback = null, IReadOnlyList<PriorityRule>? priorities = null) => new(
        skills,
        fallback ?? [],
        priorities ?? [],
        new RoutingWorld(
            tree,
            new Dictionary<Guid, IReadOnlySet<Guid>> { [WhatsApp] = new HashSet<Guid> { Delivery, Night } },
            new Dictionary<Guid, string> { [Delivery] = "Livraison", [Payment] = "Paiement", [Night] = "Nuit" },
            new Dictionary<Guid, string> { [Premier] = "Premier", [Press] = "Presse", [WhatsApp] = "WhatsApp", [Web] = "Site" }));

    private Subject Zoe(Guid? channel = null, Visibility visibility = Visibility.Private, Guid[]? topics = null, Guid[]? groups = null, string? language = null) =>
        new(channel ?? Web, visibility, topics ?? [], groups?.ToHashSet(), language, tree);
}
