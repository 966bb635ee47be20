using System.Net;
using System.Net.Http.Json;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.People;

/// <summary>Who works here, in which role, in which team.</summary>
public sealed class MemberTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task The_last_administrator_can_be_neither_demoted_nor_disabled()
    {
        await shop.Diane.Send(HttpMethod.Patch, $"members/{shop.Diane.MemberId}", new { role = "agent" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "member.last_admin");
        await shop.Diane.Send(HttpMethod.Patch, $"members/{shop.Diane.MemberId}", new { status = "disabled" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "member.last_admin");

        (await shop.Diane.Get("session"))["member"]!.Text("role").ShouldBe("admin");
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one()
    {
        await shop.Diane.Patch($"members/{shop.Chloe.MemberId}", new { role = "admin" });
        using var chloe = shop.App.Visitor();
        await chloe.SignIn("chloe@maison-lune.fr", Shop.Password);

        await Task.WhenAll(
            shop.Diane.Send(HttpMethod.Patch, $"members/{chloe.MemberId}", new { role = "agent" }),
            chloe.Send(HttpMethod.Patch, $"members/{shop.Diane.MemberId}", new { role = "agent" }));

        using var left = shop.App.Visitor();
        await left.SignIn("ana@maison-lune.fr", Shop.Password);
        (await left.Get("members")).Items().Count(member => member.Text("role") == "admin").ShouldBe(1);
    }

    [Fact]
    public async Task Another_role_signs_the_member_out_and_holds_from_then_on()
    {
        await shop.Diane.Patch($"members/{shop.Ana.MemberId}", new { role = "viewer" });

        await shop.Ana.Send(HttpMethod.Get, "session").ShouldBe(HttpStatusCode.Unauthorized);
        using var ana = shop.App.Visitor();
        await ana.SignIn("ana@maison-lune.fr", Shop.Password);
        ana.Session!["permissions"]!.AsArray().Select(one => one!.GetValue<string>()).ShouldBe(["useRelais", "seeConversations", "fileConversations"]);
    }

    [Fact]
    public async Task A_disabled_member_comes_back_when_enabled()
    {
        await shop.Diane.Patch($"members/{shop.Bruno.MemberId}", new { status = "disabled" });
        using var bruno = shop.App.Visitor();
        await bruno.Send(HttpMethod.Post, "session", new { email = "bruno@maison-lune.fr", password = Shop.Password })
            .ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.refused");

        await shop.Diane.Patch($"members/{shop.Bruno.MemberId}", new { status = "active" });
        await bruno.SignIn("bruno@maison-lune.fr", Shop.Password);
    }

    [Fact]
    public async Task An_address_belongs_to_one_member() =>
        await shop.Diane.Send(HttpMethod.Post, "members", new { name = "Ana bis", email = "ANA@maison-lune.fr", role = "agent" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "member.email.taken");

    [Fact]
    public async Task Nobody_becomes_administrator_because_the_role_was_forgotten() =>
        await shop.Diane.Send(HttpMethod.Post, "members", new { name = "Yves", email = "yves@maison-lune.fr" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "member.role.required");

    [Fact]
    public async Task An_invitation_repeated_with_its_key_is_one_member()
    {
        var key = Guid.CreateVersion7().ToString();
        var first = await WithKey("members", key, new { name = "Yves", email = "yves@maison-lune.fr", role = "viewer" });
        var again = await WithKey("members", key, new { name = "Yves", email = "yves@maison-lune.fr", role = "viewer" });

        again.ShouldBe(first);
        (await shop.Diane.Get("members")).Items().Count(member => member.Text("name") == "Yves").ShouldBe(1);
    }

    [Fact]
    public async Task A_team_has_a_name_of_its_own_and_members_of_the_house()
    {
        await shop.Diane.Send(HttpMethod.Post, "teams", new { name = " Livraison " }).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "team.name.taken");
        await shop.Diane.Send(HttpMethod.Post, "teams", new { name = "Retours", memberIds = new[] { Guid.CreateVersion7() } })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "member.unknown");
    }

    [Fact]
    public async Task A_team_is_changed_and_dissolved()
    {
        await shop.Diane.Patch($"teams/{shop.TeamId}", new { name = "Expédition", memberIds = new[] { shop.Chloe.MemberId } });
        var team = (await shop.Ana.Get("teams")).Items().ShouldHaveSingleItem();
        team.Text("name").ShouldBe("Expédition");
        team["memberIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(shop.Chloe.MemberId);

        await shop.Diane.Delete($"teams/{shop.TeamId}");
        (await shop.Ana.Get("teams")).Items().ShouldBeEmpty();
    }

    private async Task<Guid> WithKey(string path, string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Cookie", shop.Diane.Cookie);
        request.Headers.Add("X-CSRF-Token", shop.Diane.Session!.Text("csrfToken"));
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await shop.App.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["member"]!.Id();
    }
}
