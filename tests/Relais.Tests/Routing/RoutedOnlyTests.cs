using System.Text.Json.Nodes;
using Relais.Tests.Channels.Spine;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;
using static Relais.Tests.Routing.RoutingEndpointTests;

namespace Relais.Tests.Routing;

/// <summary>A team that sees only what is routed to it: the same for pages, counters, feed and live line.</summary>
public sealed class RoutedOnlyTests : IAsyncLifetime
{
    private PigeonPost post = null!;
    private Guid night;
    private Guid returns;

    private ApiClient Diane => post.Shop.Diane;

    public async ValueTask InitializeAsync()
    {
        post = await PigeonPost.Open();
        night = (await Diane.Post("teams", new { name = "Nuit", memberIds = Array.Empty<Guid>() })).Id();
        returns = (await Diane.Post("topics", new { name = "Retours" })).Id();
        await Apply(Diane, "Retours", [post.Shop.TeamId], Topic(returns));
        await Diane.Put("skill-sets/fallback-teams", new { teamIds = new[] { night } });
        await Diane.Put($"teams/{post.Shop.TeamId}/settings", new { seesOnlyRouted = true, limit = (int?)null, countsPending = false, mayFilter = true, maySort = true, sort = "oldest", mayChooseChannels = true });
    }

    [Fact]
    public async Task What_is_routed_to_others_is_not_found()
    {
        var row = await post.Write("Bonjour");

        (await post.Ana.Get("conversations?state=new")).Items().ShouldBeEmpty();
        (await post.Ana.Get("queue/counters")).Items().ShouldBeEmpty();
        foreach (var path in new[] { $"conversations/{row.Id()}", $"threads/{row.Id("threadId")}/messages", $"contacts/{row["contact"]!.Id()}", $"conversations/{row.Id()}/explanation" })
            (await Refusal(post.Ana, HttpMethod.Get, path)).Code.ShouldBe("not_found", path);
        (await post.Ana.Get("events?after=0")).Items().ShouldAllBe(happened => happened["conversation"] == null && happened["message"] == null && happened["contact"] == null);
        (await post.Shop.Chloe.Get("conversations?state=new")).Items().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_appears_when_it_is_routed_here_and_vanishes_when_it_is_routed_away()
    {
        await using var screen = await post.App.Screen(post.Ana);
        var row = await post.Write("Je renvoie la lampe");

        await Diane.Put($"conversations/{row.Id()}/topics/{returns}");
        (await post.Ana.Get("conversations?state=new")).Items().ShouldHaveSingleItem().Id().ShouldBe(row.Id());
        await Equal(screen);

        await Diane.Delete($"conversations/{row.Id()}/topics/{returns}");
        (await post.Ana.Get("conversations?state=new")).Items().ShouldBeEmpty();
        await Equal(screen);
        (await post.Ana.Get("events?after=0")).Items().Last(happened => happened.Text("kind").StartsWith("conversation", StringComparison.Ordinal)).Text("kind").ShouldBe("conversationHidden");
    }

    [Fact]
    public async Task What_is_ones_own_stays_in_sight_wherever_it_is_routed()
    {
        await using var screen = await post.App.Screen(post.Ana);
        var row = await post.Write("Bonjour");
        await Diane.Put($"conversations/{row.Id()}/assignee", new { memberId = post.Ana.MemberId });
        (await post.Ana.Get($"conversations/{row.Id()}"))["row"]!.Id().ShouldBe(row.Id());
        await Equal(screen);

        await Diane.Put($"conversations/{row.Id()}/assignee", new { memberId = (Guid?)null });
        (await Refusal(post.Ana, HttpMethod.Get, $"conversations/{row.Id()}")).Code.ShouldBe("not_found");
        await Equal(screen);
    }

    [Fact]
    public async Task A_second_team_that_sees_everything_shows_everything()
    {
        await post.Write("Bonjour");
        await Diane.Patch($"teams/{night}", new { memberIds = new[] { post.Ana.MemberId } });

        (await post.Ana.Get("conversations?state=new")).Items().ShouldHaveSingleItem();
        (await post.Bruno.Get("conversations?state=new")).Items().ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await post.DisposeAsync();

    /// <summary>Conversations and counters as events left them equal a fresh page; messages are read when a thread is opened.</summary>
    private async Task Equal(LiveScreen screen)
    {
        await screen.CatchUp();
        await using var fresh = new LiveScreen(post.Ana);
        await fresh.Load();
        screen.Queue().ShouldBe(fresh.Queue());
    }
}
