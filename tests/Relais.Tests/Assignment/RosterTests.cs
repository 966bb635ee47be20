using Relais.Domain.Assignment;
using static Relais.Tests.Conversations.Exchange;

namespace Relais.Tests.Assignment;

/// <summary>Who is given a conversation, and how the choice explains itself.</summary>
public sealed class RosterTests
{
    private static readonly Guid Pigeons = Guid.CreateVersion7();
    private static readonly Guid Telegram = Guid.CreateVersion7();
    private static readonly Crew Livraison = new(Guid.CreateVersion7(), "Livraison", new HashSet<Guid> { Pigeons });
    private static readonly Crew Conseil = new(Guid.CreateVersion7(), "Conseil", new HashSet<Guid> { Pigeons, Telegram });

    [Fact]
    public void The_least_loaded_by_his_limit_comes_first()
    {
        var (ana, bruno) = (Here("Ana", load: 2, limit: 5), Here("Bruno", load: 1, limit: 2));

        var decision = Among(ana, bruno).Decide(Waiting(), Noon);

        (decision.MemberId, decision.Reason).ShouldBe((ana.Id, AssignmentReason.LeastLoaded));
    }

    [Fact]
    public void Among_equals_who_was_given_nothing_for_longest()
    {
        var (ana, bruno) = (Here("Ana", givenAt: Noon.AddMinutes(-1)), Here("Bruno", givenAt: Noon.AddMinutes(-2)));
        var roster = Among(ana, bruno);

        var decision = roster.Decide(Waiting(), Noon);

        (decision.MemberId, decision.Reason).ShouldBe((bruno.Id, AssignmentReason.LongestIdle));
        roster.Decide(Waiting(), Noon).MemberId.ShouldBe(ana.Id);
    }

    [Fact]
    public void Who_answered_this_contact_lately_is_given_it_though_another_has_less_to_do()
    {
        var (ana, bruno) = (Here("Ana", load: 4), Here("Bruno"));

        var decision = Among(ana, bruno).Decide(Waiting(lastAgent: ana.Id), Noon);

        (decision.MemberId, decision.Reason).ShouldBe((ana.Id, AssignmentReason.LastAgent));
    }

    [Fact]
    public void Who_answered_this_contact_lately_but_is_away_is_not()
    {
        var (ana, bruno) = (Here("Ana") with { Hindrance = Standing.Away }, Here("Bruno"));

        Among(ana, bruno).Decide(Waiting(lastAgent: ana.Id), Noon).MemberId.ShouldBe(bruno.Id);
    }

    [Fact]
    public void Nobody_is_given_more_than_the_limit()
    {
        var ana = Here("Ana", load: 1, limit: 3);
        var roster = Among(ana);

        var given = Enumerable.Range(0, 4).Select(_ => roster.Decide(Waiting(), Noon).MemberId).ToList();

        given.ShouldBe([ana.Id, ana.Id, null, null]);
        roster.IsAnyoneFree.ShouldBeFalse();
        roster.FreeCrews.ShouldBeEmpty();
    }

    [Fact]
    public void A_conversation_goes_to_the_teams_it_is_routed_to_as_long_as_they_have_its_channel()
    {
        var (ana, chloe) = (Here("Ana"), Here("Chloé") with { TeamIds = [Conseil.Id] });
        var roster = Among(ana, chloe);

        roster.Decide(Waiting(teams: Conseil.Id), Noon).MemberId.ShouldBe(chloe.Id);
        roster.Decide(Waiting(channel: Telegram, teams: Livraison.Id), Noon).MemberId.ShouldBeNull();
        roster.Decide(Waiting(channel: Telegram), Noon).MemberId.ShouldBe(chloe.Id);
    }

    [Fact]
    public void The_decision_tells_who_else_was_looked_at_and_why_not()
    {
        Agent[] all =
        [
            Here("Ana", load: 5), Here("Bruno"), Here("Chloé") with { Hindrance = Standing.Away },
            Here("Diane") with { Hindrance = Standing.Offline }, Here("Viviane") with { Hindrance = Standing.MayNotAnswer },
        ];

        var decision = Among(all).Decide(Waiting(teams: Livraison.Id), Noon);

        decision.Agents.Select(agent => (agent.Name, agent.Standing, agent.Load)).ShouldBe(
        [
            ("Bruno", Standing.Free, 0), ("Ana", Standing.Full, 5), ("Chloé", Standing.Away, 0),
            ("Diane", Standing.Offline, 0), ("Viviane", Standing.MayNotAnswer, 0),
        ]);
        decision.Crews.ShouldBe([new CrewStanding(Livraison.Id, "Livraison", Free: 1, Full: 1, Away: 1, Offline: 1, MayNotAnswer: 1)]);
    }

    [Fact]
    public void Nobody_is_a_decision_too()
    {
        var decision = Among(Here("Ana") with { Hindrance = Standing.Offline }).Decide(Waiting(), Noon);

        (decision.MemberId, decision.Reason).ShouldBe((null, AssignmentReason.Nobody));
        decision.Agents.ShouldHaveSingleItem().Standing.ShouldBe(Standing.Offline);
    }

    [Fact]
    public void A_large_team_does_not_make_a_large_decision()
    {
        var crowd = Enumerable.Range(0, 500).Select(number => Here($"Agent {number:000}", load: number % 5)).ToArray();

        var decision = Among(crowd).Decide(Waiting(), Noon);

        decision.Agents.Count.ShouldBe(AssignmentDecision.AgentsShown);
        decision.Agents[0].MemberId.ShouldBe(decision.MemberId!.Value);
        decision.Crews.Sum(crew => crew.Free).ShouldBe(500);
    }

    private static Roster Among(params Agent[] agents) => new([Livraison, Conseil], agents);

    private static Agent Here(string name, int load = 0, int limit = 5, DateTimeOffset? givenAt = null) =>
        new(Guid.CreateVersion7(), name, null, limit, load, givenAt, [Livraison.Id]);

    private static WaitingConversation Waiting(Guid? lastAgent = null, Guid? channel = null, params Guid[] teams) =>
        new(Guid.CreateVersion7(), channel ?? Pigeons, teams, lastAgent);
}
