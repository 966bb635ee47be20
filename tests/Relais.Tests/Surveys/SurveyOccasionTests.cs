using Relais.Domain.Conversations;
using Relais.Domain.ResolveReasons;
using Relais.Domain.Shared;
using Relais.Domain.Surveys;

namespace Relais.Tests.Surveys;

/// <summary>Who is asked, and why somebody is not.</summary>
public sealed class SurveyOccasionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Diane = new(ActorKind.Member, Guid.CreateVersion7(), "Diane");
    private static readonly SurveyEnding Ended = new(Visibility.Private, ResolveWay.ByHand, true, ActorKind.Member, true);
    private static readonly SurveyOccasion Usual = new(Guid.CreateVersion7(), Ended, false, "fr", null, 100, false, true);

    public static TheoryData<string, SurveyObstacle?> Cases => new()
    {
        { "usual", null },
        { "public", SurveyObstacle.Public },
        { "not wanted", SurveyObstacle.NotWanted },
        { "blocked", SurveyObstacle.Blocked },
        { "other reason", SurveyObstacle.Reason },
        { "ended by itself", SurveyObstacle.Trigger },
        { "bulk", SurveyObstacle.Bulk },
        { "wrote again", SurveyObstacle.WroteAgain },
        { "asked yesterday", SurveyObstacle.Rest },
        { "asked last week", null },
        { "short", SurveyObstacle.TooShort },
        { "german", SurveyObstacle.Language },
        { "unknown language", SurveyObstacle.Language },
        { "window closed", SurveyObstacle.WindowClosed },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whoever_is_not_asked_has_a_reason(string name, SurveyObstacle? obstacle) =>
        Of(name).Obstacle(Made(), new SurveyPolicy(Guid.CreateVersion7()), Now).ShouldBe(obstacle);

    [Fact]
    public void What_virtual_agents_and_bulk_actions_end_is_asked_about_where_it_is_wanted()
    {
        var policy = new SurveyPolicy(Guid.CreateVersion7());
        policy.Choose(SurveyTrigger.PeopleAndVirtualAgents, includesBulk: true, Diane, Now);
        Of("ended by itself").Obstacle(Made(), policy, Now).ShouldBeNull();
        Of("bulk").Obstacle(Made(), policy, Now).ShouldBeNull();
    }

    [Fact]
    public void The_sample_is_as_large_as_it_is_said_to_be_and_always_the_same()
    {
        var survey = Made(share: 30);
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.Next()).ToArray();
        var drawn = ids.Where(survey.Draws).ToArray();
        drawn.Length.ShouldBeInRange(5700, 6300);
        ids.Where(survey.Draws).ShouldBe(drawn);
        ids.All(Made().Draws).ShouldBeTrue("a share of 100 asks everybody");
    }

    private static SurveyOccasion Of(string name) => name switch
    {
        "public" => Usual with { Ending = Ended with { Visibility = Visibility.Public } },
        "not wanted" => Usual with { Ending = Ended with { IsWanted = false } },
        "blocked" => Usual with { IsBlocked = true },
        "other reason" => Usual with { Ending = Ended with { HasSurveyedReason = false } },
        "ended by itself" => Usual with { Ending = Ended with { By = ActorKind.System, Way = ResolveWay.AutoResolve } },
        "bulk" => Usual with { Ending = Ended with { Way = ResolveWay.Bulk } },
        "wrote again" => Usual with { HasWrittenAgain = true },
        "asked yesterday" => Usual with { LastAsked = Now.AddHours(-24) },
        "asked last week" => Usual with { LastAsked = Now.AddDays(-7) },
        "short" => Usual with { Written = 19 },
        "german" => Usual with { ContactLanguage = "de" },
        "unknown language" => Usual with { ContactLanguage = null },
        "window closed" => Usual with { IsWindowOpen = false },
        _ => Usual,
    };

    private static Survey Made(int share = 100)
    {
        var survey = new Survey(Guid.CreateVersion7(), new SurveyDraft("Avis", QuestionKind.Stars, share, 0, 7 * 24, 20, true, false, SurveyWords.Supplied), Diane, Now);
        survey.Turn(true, Diane, Now);
        return survey;
    }
}
