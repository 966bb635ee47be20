using System.Net;
using System.Text.Json.Nodes;
using Relais.Domain.People;
using Relais.Domain.Shared;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.People;

/// <summary>How a team works, as an administrator says it and as the server keeps it.</summary>
public sealed class TeamSettingsTests : IAsyncLifetime
{
    private PigeonPost post = null!;

    private string Settings => $"teams/{post.Shop.TeamId}/settings";

    public async ValueTask InitializeAsync() => post = await PigeonPost.Open();

    [Fact]
    public async Task They_are_kept_told_and_shown()
    {
        var from = await post.Position();

        await post.Shop.Diane.Put(Settings, new { seesOnlyRouted = true, limit = 5, countsPending = true, mayFilter = false, maySort = false, sort = "newest", mayChooseChannels = false });

        var kept = (await post.Ana.Get("teams")).Items().ShouldHaveSingleItem()["settings"]!;
        kept.ToJsonString().ShouldBe("""{"seesOnlyRouted":true,"limit":5,"countsPending":true,"mayFilter":false,"maySort":false,"sort":"newest","mayChooseChannels":false}""");
        (await post.Kinds(from)).ShouldBe(["teamChanged"]);
        var queue = (await post.Ana.Get("session"))["queue"]!;
        (queue["limit"]!.GetValue<int>(), queue["maySort"]!.GetValue<bool>(), queue.Text("sort")).ShouldBe((5, false, "newest"));
    }

    [Fact]
    public async Task The_same_again_is_no_change()
    {
        await post.Shop.Diane.Put(Settings, new { limit = 5 });
        var from = await post.Position();

        await post.Shop.Diane.Put(Settings, new { limit = 5 });

        (await post.Kinds(from)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_limit_is_from_1_to_100(int limit) => (await Refusal(post.Shop.Diane, HttpMethod.Put, Settings, new { limit }))
        .ShouldBe((HttpStatusCode.UnprocessableEntity, "team.limit.out_of_range"));

    [Fact]
    public async Task A_team_that_is_gone_is_not_found() => (await Refusal(post.Shop.Diane, HttpMethod.Put, $"teams/{Guid.CreateVersion7()}/settings", new { }))
        .Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Where_the_order_is_fixed_asking_for_another_changes_nothing()
    {
        await post.Write("Bonjour");
        post.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.Write("Où est mon colis ?", "yann");

        await post.Shop.Diane.Put(Settings, new { maySort = false, sort = "newest" });

        Previews(await post.Ana.Get("conversations?state=new&sort=oldest")).ShouldBe(["Où est mon colis ?", "Bonjour"]);
        Previews(await post.Shop.Chloe.Get("conversations?state=new&sort=oldest")).ShouldBe(["Bonjour", "Où est mon colis ?"]);
    }

    [Fact]
    public async Task Where_all_channels_are_always_shown_asking_for_one_changes_nothing()
    {
        await post.Write("Bonjour");
        await post.Shop.Diane.Put(Settings, new { mayChooseChannels = false });

        Previews(await post.Ana.Get($"conversations?state=new&channelId={post.Shop.MessengerId}")).ShouldBe(["Bonjour"]);
        Previews(await post.Shop.Chloe.Get($"conversations?state=new&channelId={post.Shop.MessengerId}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_filters_one_sees_what_is_his_or_nobodys_and_asking_for_a_colleagues_is_refused()
    {
        var (mine, his) = (await post.Write("Bonjour"), await post.Write("Où est mon colis ?", "yann"));
        await post.Write("Allô ?", "xavier");
        await post.Ana.Put($"conversations/{mine.Id()}/assignee", new { memberId = post.Ana.MemberId });
        await post.Bruno.Put($"conversations/{his.Id()}/assignee", new { memberId = post.Bruno.MemberId });
        await post.Shop.Diane.Put(Settings, new { mayFilter = false });

        Previews(await post.Ana.Get("conversations?state=new")).ShouldBe(["Bonjour", "Allô ?"]);
        Previews(await post.Ana.Get("conversations?state=new&assignee=none")).ShouldBe(["Allô ?"]);
        Previews(await post.Ana.Get($"conversations?state=new&assignee={post.Ana.MemberId}")).ShouldBe(["Bonjour"]);
        (await Refusal(post.Ana, HttpMethod.Get, $"conversations?state=new&assignee={post.Bruno.MemberId}")).ShouldBe((HttpStatusCode.UnprocessableEntity, "queue.filter.denied"));
        Previews(await post.Shop.Chloe.Get($"conversations?state=new&assignee={post.Bruno.MemberId}")).ShouldBe(["Où est mon colis ?"]);
    }

    [Fact]
    public void Several_teams_give_the_most_permissive_and_the_highest_limit()
    {
        var strict = new TeamSettings(SeesOnlyRouted: true, Limit: 3, CountsPending: true, MayFilter: false, MaySort: false, QueueSort.Newest, MayChooseChannels: false);
        var lenient = new TeamSettings(Limit: 8);

        WorkRules.Of(Role.Agent, [strict, lenient]).ShouldBe(WorkRules.Free with { Limit = 8 });
        WorkRules.Of(Role.Agent, [strict]).ShouldBe(new WorkRules(3, true, false, false, QueueSort.Newest, false));
        WorkRules.Of(Role.Agent, []).ShouldBe(WorkRules.Free);
    }

    [Fact]
    public void Who_supervises_sees_and_filters_everything_whatever_his_teams()
    {
        var strict = new TeamSettings(Limit: 3, MayFilter: false, MaySort: false, MayChooseChannels: false);

        WorkRules.Of(Role.Supervisor, [strict]).ShouldBe(WorkRules.Free with { Limit = 3 });
    }

    [Fact]
    public void A_team_refuses_a_limit_out_of_range()
    {
        var team = new Team(Guid.CreateVersion7(), "Livraison", Actor.System, DateTimeOffset.UnixEpoch);
        Should.Throw<RuleViolation>(() => team.Work(new TeamSettings(Limit: 0), Actor.System, DateTimeOffset.UnixEpoch)).Code.ShouldBe("team.limit.out_of_range");
        team.Settings.ShouldBe(new TeamSettings());
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    private static IEnumerable<string> Previews(JsonNode page) => page.Items().Select(row => row["preview"]!.Text("text"));
}
