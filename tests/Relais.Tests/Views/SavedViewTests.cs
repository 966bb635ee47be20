using System.Net;
using Relais.Tests.Testing;
using static Relais.Tests.Channels.Spine.PigeonPost;

namespace Relais.Tests.Views;

/// <summary>Queues under a name, one's own and a team's.</summary>
public sealed class SavedViewTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    [Fact]
    public async Task Ones_own_view_is_seen_changed_and_removed_by_oneself_only()
    {
        var view = await shop.Ana.Post("views", new { name = "  VIP en attente ", query = "state=pending&vip=true" });
        view.Text("name").ShouldBe("VIP en attente");

        (await Names(shop.Ana)).ShouldBe(["VIP en attente"]);
        (await Names(shop.Diane)).ShouldBeEmpty();
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Delete })
            (await Refusal(shop.Diane, method, $"views/{view.Id()}", new { name = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);

        (await shop.Ana.Patch($"views/{view.Id()}", new { name = "VIP" })).Text("query").ShouldBe("state=pending&vip=true");
        await shop.Ana.Delete($"views/{view.Id()}");
        (await Names(shop.Ana)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_teams_view_is_seen_by_its_members_and_made_by_who_supervises()
    {
        (await Refusal(shop.Ana, HttpMethod.Post, "views", new { name = "x", query = "", teamId = shop.TeamId })).Code.ShouldBe("view.team.denied");
        (await Refusal(shop.Chloe, HttpMethod.Post, "views", new { name = "x", query = "", teamId = Guid.CreateVersion7() })).Code.ShouldBe("view.team.unknown");
        var night = (await shop.Diane.Post("teams", new { name = "Nuit", memberIds = Array.Empty<Guid>() })).Id();
        await shop.Chloe.Post("views", new { name = "Retards", query = "state=new", teamId = shop.TeamId });
        var other = await shop.Chloe.Post("views", new { name = "Urgences", query = "state=new", teamId = night });

        (await Names(shop.Ana)).ShouldBe(["Retards"]);
        (await Names(shop.Chloe)).ShouldBe(["Retards", "Urgences"]);
        (await Refusal(shop.Ana, HttpMethod.Delete, $"views/{other.Id()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Refusal(shop.Ana, HttpMethod.Delete, $"views/{(await shop.Ana.Get("views")).Items().Single().Id()}")).Code.ShouldBe("view.team.denied");

        await shop.Diane.Delete($"teams/{night}");
        (await Names(shop.Chloe)).ShouldBe(["Retards"]);
    }

    [Fact]
    public async Task Saving_twice_with_one_key_makes_one_and_a_view_needs_a_name()
    {
        (await Refusal(shop.Ana, HttpMethod.Post, "views", new { name = " ", query = "" })).Code.ShouldBe("view.name.required");
        (await Refusal(shop.Ana, HttpMethod.Post, "views", new { name = new string('x', 61), query = "" })).Code.ShouldBe("view.name.too_long");
        (await Refusal(shop.Ana, HttpMethod.Post, "views", new { name = "x", query = new string('x', 1001) })).Code.ShouldBe("view.query.too_long");

        foreach (var number in Enumerable.Range(0, 50)) await shop.Ana.Post("views", new { name = $"Vue {number}", query = "" });
        (await Refusal(shop.Ana, HttpMethod.Post, "views", new { name = "Une de trop", query = "" })).Code.ShouldBe("view.too_many");
        await shop.Bruno.Post("views", new { name = "La première", query = "" });
    }

    [Fact]
    public async Task Everybody_is_told_that_views_have_changed()
    {
        var view = await shop.Ana.Post("views", new { name = "VIP", query = "vip=true" });

        var told = (await shop.Bruno.Get("events?after=0")).Items().Last();
        told.Text("kind").ShouldBe("savedViewChanged");
        told["detail"]!.Id("viewId").ShouldBe(view.Id());
    }

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    private static async Task<List<string>> Names(ApiClient member) => [.. (await member.Get("views")).Items().Select(view => view.Text("name"))];
}
