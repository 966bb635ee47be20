using System.Net;
using System.Text.Json.Nodes;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.People;

/// <summary>The organisation's own away states, who chooses them for whom, and how everybody hears of it.</summary>
public sealed class AwayStateTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task An_administrator_adds_describes_orders_and_archives_them_for_everybody()
    {
        var lunch = await shop.Diane.Post("away-states", new { name = " Déjeuner ", icon = "meal", colour = "teal" });
        var training = await shop.Diane.Post("away-states", new { name = "Formation", isProductive = true });
        await shop.Diane.Put("away-states/order", new { ids = new[] { training.Id(), lunch.Id() } });
        await shop.Diane.Patch($"away-states/{lunch.Id()}", new { name = "Pause repas" });

        var listed = (await shop.Ana.Get("away-states")).Items().ToList();
        listed.Select(state => state.Text("name")).ShouldBe(["Formation", "Pause repas"]);
        (listed[1].Text("icon"), listed[1].Text("colour"), listed[0]["isProductive"]!.GetValue<bool>()).ShouldBe(("meal", "teal", true));

        await shop.Diane.Patch($"away-states/{training.Id()}", new { isArchived = true });
        (await shop.Ana.Get("away-states")).Items().Single(state => state.Id() == training.Id())["isArchived"]!.GetValue<bool>().ShouldBeTrue();
        await shop.Ana.Send(HttpMethod.Patch, "session/member", new { availability = "away", awayStateId = training.Id() })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "away_state.archived");
    }

    [Fact]
    public async Task Names_are_needed_short_and_taken_once_and_an_order_is_of_all()
    {
        var lunch = await shop.Diane.Post("away-states", new { name = "Déjeuner" });
        await Refused(HttpMethod.Post, "away-states", new { name = " " }, "away_state.name.required");
        await Refused(HttpMethod.Post, "away-states", new { name = new string('x', 41) }, "away_state.name.too_long");
        await Refused(HttpMethod.Post, "away-states", new { name = "Déjeuner" }, "away_state.name.taken");
        await shop.Diane.Send(HttpMethod.Put, "away-states/order", new { ids = Array.Empty<Guid>() }).ShouldBeRefused(HttpStatusCode.Conflict, "away_state.order");

        await shop.Diane.Patch($"away-states/{lunch.Id()}", new { isArchived = true });
        await shop.Diane.Post("away-states", new { name = "Déjeuner" });
        await Refused(HttpMethod.Patch, $"away-states/{lunch.Id()}", new { isArchived = false }, "away_state.name.taken");
        await Refused(HttpMethod.Patch, "session/member", new { availability = "away", awayStateId = Guid.CreateVersion7() }, "away_state.unknown");
    }

    [Fact]
    public async Task A_supervisor_changes_a_colleagues_status_and_it_is_written_who_did()
    {
        var lunch = (await shop.Diane.Post("away-states", new { name = "Déjeuner" })).Id();
        var before = (await shop.Diane.Get("queue/counters"))["position"]!.GetValue<long>();
        await shop.Chloe.Put($"members/{shop.Ana.MemberId}/availability", new { availability = "away", awayStateId = lunch });

        var ana = (await shop.Ana.Get("session"))["member"]!;
        (ana.Text("availability"), ana.Id("awayStateId")).ShouldBe(("away", lunch));
        var told = (await shop.Bruno.Get($"events?after={before}")).Items().ShouldHaveSingleItem();
        told.Text("kind").ShouldBe("availabilityChanged");
        told["actor"]!.Text("name").ShouldBe("Chloé");
        (told["detail"]!.Id("memberId"), told["detail"]!.Text("awayStateName")).ShouldBe((shop.Ana.MemberId, "Déjeuner"));

        await shop.Chloe.Send(HttpMethod.Put, $"members/{Guid.CreateVersion7()}/availability", new { availability = "away" }).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("available", "available")]
    [InlineData("away", "away")]
    [InlineData("asBefore", "away")]
    public async Task Signing_in_sets_the_status_one_prefers(string preferred, string after)
    {
        await shop.Ana.Patch("session/member", new { availability = "away", defaultAvailability = preferred });
        using var ana = shop.App.Visitor();
        await ana.SignIn("ana@maison-lune.fr", Shop.Password);

        ana.Session!["member"]!.Text("availability").ShouldBe(after);
        ana.Session!["member"]!.Text("defaultAvailability").ShouldBe(preferred);
    }

    private async Task Refused(HttpMethod method, string path, object body, string code) =>
        await shop.Diane.Send(method, path, body).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
}
