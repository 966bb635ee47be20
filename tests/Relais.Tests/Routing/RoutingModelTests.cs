using CsCheck;
using Relais.Domain.Conversations;
using Relais.Domain.Routing;
using Relais.Domain.Topics;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Routing;

/// <summary>The rules against a second reading of the product's text, in which nothing is shared with the first: random rules,
/// random conversations, the same teams and the same score.</summary>
public sealed class RoutingModelTests
{
    private static readonly Guid House = Guid.CreateVersion7();
    private static readonly Topic[] Topics = [.. Enumerable.Range(0, 6).Select(number => new Topic(House, $"Sujet {number}", null, Ana, Noon))];
    private static readonly Guid[] Teams = Many(4), Groups = Many(3), Channels = Many(3);
    private static readonly TopicTree Tree = Hang();

    private static readonly Gen<FilterRule> Rule = Gen.OneOf(
        Gen.Select(Gen.Enum<RuleTest>(), Some([.. Topics.Select(topic => topic.Id)]), Gen.Bool, (test, ids, parts) => new FilterRule(RuleKind.Topic, test, ids, [], parts)),
        Gen.Select(Gen.Enum<RuleTest>(), Some(Groups), (test, ids) => new FilterRule(RuleKind.ContactGroup, test, ids, [])),
        Gen.Select(One(RuleTest.AnyOf, RuleTest.NoneOf), Some(Channels), (test, ids) => new FilterRule(RuleKind.Channel, test, ids, [])),
        One("private", "public").Select(word => new FilterRule(RuleKind.Visibility, RuleTest.AnyOf, [], [word])));

    private static readonly Gen<Filter> AnyFilter = Gen.Select(
        Gen.Enum<Joint>(),
        Gen.Select(Gen.Enum<Joint>(), Rule.Array[1, 3], (joint, rules) => new FilterGroup(joint, rules)).Array[1, 3],
        (joint, groups) => new Filter(joint, groups));

    private static readonly Gen<Skill> AnySkill = Gen.Select(
        AnyFilter, Gen.Shuffle(Teams).Select(Gen.Int[0, 3], (all, count) => all.Take(count).ToArray()), (filter, teams) => new Skill(Guid.CreateVersion7(), "Règle", filter, teams));

    private static readonly Gen<Case> Any = Gen.Select(
        AnySkill.Array[0, 4],
        Gen.Shuffle(Teams).Select(Gen.Int[0, 2], (all, count) => all.Take(count).ToArray()),
        Gen.Select(Gen.Enum<PriorityKind>(), Gen.Int[0, 5], One<Visibility?>(null, Visibility.Private, Visibility.Public), Gen.Int[1, 10], Priority).Array[0, 5],
        Gen.Select(One(Channels), Gen.Enum<Visibility>(), Some([.. Topics.Select(topic => topic.Id)]), Some(Groups), (channel, visibility, topics, groups) => (channel, visibility, topics, groups)),
        (skills, fallback, priorities, about) => new Case(skills, fallback, priorities, about.channel, about.visibility, about.topics, about.groups));

    [Fact]
    public void Rules_and_a_naive_reading_of_them_agree() => Any.Sample(
        it =>
        {
            var decision = new RoutingRules(it.Skills, it.Fallback, it.Priorities, World()).Decide(
                new Subject(it.Channel, it.Visibility, it.TopicIds, it.GroupIds.ToHashSet(), null, Tree));
            decision.Teams.Select(team => team.Id).Order().ShouldBe(NaiveTeams(it).Order());
            decision.Score.ShouldBe(NaiveScore(it));
        },
        iter: 10_000);

    /// <summary>Channel 0 is open to everyone, 1 to the first two teams, 2 to none.</summary>
    private static bool HasChannel(Guid team, Guid channel) => channel == Channels[0] || (channel == Channels[1] && (team == Teams[0] || team == Teams[1]));

    private static IEnumerable<Guid> NaiveTeams(Case it)
    {
        var routed = new HashSet<Guid>();
        foreach (var skill in it.Skills)
        {
            if (!Holds(skill.Filter, it)) continue;
            foreach (var team in skill.TeamIds) if (HasChannel(team, it.Channel)) routed.Add(team);
        }

        if (routed.Count > 0) return routed;
        return it.Fallback.Where(team => HasChannel(team, it.Channel));
    }

    private static bool Holds(Filter filter, Case it)
    {
        bool? all = null;
        foreach (var group in filter.Groups)
        {
            bool? one = null;
            foreach (var rule in group.Rules)
                one = one is null ? Holds(rule, it) : group.Joint == Joint.All ? one.Value && Holds(rule, it) : one.Value || Holds(rule, it);

            all = all is null ? one : filter.Joint == Joint.All ? all.Value && one!.Value : all.Value || one!.Value;
        }

        return all!.Value;
    }

    private static bool Holds(FilterRule rule, Case it)
    {
        if (rule.Kind == RuleKind.Visibility) return rule.Words[0] == "private" == (it.Visibility == Visibility.Private);
        if (rule.Ids.Count == 0 && rule.Test != RuleTest.Absent) return false;
        if (rule.Kind == RuleKind.Channel) return rule.Test == RuleTest.AnyOf ? rule.Ids.Contains(it.Channel) : !rule.Ids.Contains(it.Channel);

        var has = rule.Kind == RuleKind.ContactGroup ? it.GroupIds.ToList() : it.TopicIds.ToList();
        if (rule is { Kind: RuleKind.Topic, WithParts: true }) foreach (var id in it.TopicIds) has.AddRange(Above(id));
        var hits = rule.Ids.Distinct().Count(has.Contains);
        return rule.Test switch
        {
            RuleTest.AnyOf => hits > 0,
            RuleTest.AllOf => hits == rule.Ids.Distinct().Count(),
            RuleTest.NoneOf => hits == 0,
            _ => has.Count == 0,
        };
    }

    private static int NaiveScore(Case it)
    {
        var score = 0;
        foreach (var rule in it.Priorities)
        {
            var topics = it.TopicIds.Concat(it.TopicIds.SelectMany(Above)).ToList();
            if (rule.Kind == PriorityKind.Topic && topics.Contains(rule.Id)) score += rule.Weight;
            if (rule.Kind == PriorityKind.ContactGroup && it.GroupIds.Contains(rule.Id)) score += rule.Weight;
            if (rule.Kind == PriorityKind.Channel && rule.Id == it.Channel && rule.Visibility is not { } only) score += rule.Weight;
            if (rule.Kind == PriorityKind.Channel && rule.Id == it.Channel && rule.Visibility == it.Visibility) score += rule.Weight;
        }

        return score;
    }

    /// <summary>0 > 1 > 2 and 3 > 4, while 5 stands alone.</summary>
    private static IEnumerable<Guid> Above(Guid id) => Array.FindIndex(Topics, topic => topic.Id == id) switch
    {
        1 => [Topics[0].Id],
        2 => [Topics[1].Id, Topics[0].Id],
        4 => [Topics[3].Id],
        _ => [],
    };

    private static TopicTree Hang()
    {
        foreach (var (part, whole) in new[] { (1, 0), (2, 1), (4, 3) }) Topics[part].MoveBelow(Topics[whole].Id, new TopicTree(Topics), Ana, Noon);
        return new TopicTree(Topics);
    }

    private static RoutingWorld World() => new(
        Tree,
        new Dictionary<Guid, IReadOnlySet<Guid>> { [Channels[1]] = new HashSet<Guid> { Teams[0], Teams[1] }, [Channels[2]] = new HashSet<Guid>() },
        Teams.ToDictionary(id => id, _ => "Équipe"),
        new Dictionary<Guid, string>());

    private static PriorityRule Priority(PriorityKind kind, int at, Visibility? visibility, int weight) => new(
        kind,
        kind == PriorityKind.Topic ? Topics[at].Id : kind == PriorityKind.ContactGroup ? Groups[at % 3] : Channels[at % 3],
        kind == PriorityKind.Channel ? visibility : null,
        weight);

    private static Guid[] Many(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private static Gen<Guid[]> Some(Guid[] all) => Gen.Shuffle(all).Select(Gen.Int[0, all.Length], (some, count) => some.Take(count).ToArray());

    private static Gen<T> One<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    private sealed record Case(
        Skill[] Skills, Guid[] Fallback, PriorityRule[] Priorities, Guid Channel, Visibility Visibility, Guid[] TopicIds, Guid[] GroupIds);
}
