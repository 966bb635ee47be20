using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.People;

/// <summary>Links let one person in once.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task An_invitation_says_whom_it_is_for_and_works_once()
    {
        var token = await Invitation();
        using var yves = shop.App.Visitor();
        var shown = await yves.Get($"links/{token}");
        shown.Text("purpose").ShouldBe("invitation");
        shown.Text("organisation").ShouldBe("Maison Lune");
        shown.Text("email").ShouldBe("yves@maison-lune.fr");

        await yves.UseLink(token, Shop.Password);
        yves.Session!["member"]!.Text("role").ShouldBe("viewer");

        await yves.Send(HttpMethod.Get, $"links/{token}").ShouldBeRefused(HttpStatusCode.Gone, "link.expired");
        await yves.Send(HttpMethod.Put, $"links/{token}", new { password = Shop.Password }).ShouldBeRefused(HttpStatusCode.Gone, "link.expired");
    }

    [Fact]
    public async Task Twenty_who_use_one_link_at_once_are_one()
    {
        var token = await Invitation();
        var visitors = Enumerable.Range(0, 20).Select(_ => shop.App.Visitor()).ToList();
        var answers = await Task.WhenAll(visitors.Select(async one =>
        {
            using var answer = await one.Send(HttpMethod.Put, $"links/{token}", new { password = Shop.Password });
            return answer.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Gone).ShouldBe(19);
    }

    [Theory]
    [InlineData("invitation", 71, true)]
    [InlineData("invitation", 72, false)]
    [InlineData("passwordReset", 0.9, true)]
    [InlineData("passwordReset", 1, false)]
    public async Task A_link_lives_its_time_and_not_longer(string purpose, double hours, bool isAlive)
    {
        var token = purpose == "invitation" ? await Invitation() : TokenOf(await shop.Diane.Post($"members/{shop.Ana.MemberId}/links", new { purpose }));
        shop.App.Clock.Advance(TimeSpan.FromHours(hours));

        using var visitor = shop.App.Visitor();
        await visitor.Send(HttpMethod.Get, $"links/{token}").ShouldBe(isAlive ? HttpStatusCode.OK : HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before_and_a_used_one_ends_the_sessions()
    {
        var first = TokenOf(await shop.Diane.Post($"members/{shop.Ana.MemberId}/links", new { purpose = "passwordReset" }));
        var second = TokenOf(await shop.Diane.Post($"members/{shop.Ana.MemberId}/links", new { purpose = "passwordReset" }));
        using var visitor = shop.App.Visitor();
        await visitor.Send(HttpMethod.Put, $"links/{first}", new { password = "une phrase toute neuve" }).ShouldBe(HttpStatusCode.Gone);

        await visitor.UseLink(second, "une phrase toute neuve");

        await shop.Ana.Send(HttpMethod.Get, "session").ShouldBe(HttpStatusCode.Unauthorized);
        using var ana = shop.App.Visitor();
        await ana.SignIn("ana@maison-lune.fr", "une phrase toute neuve");
    }

    [Fact]
    public async Task A_refused_password_does_not_use_the_link_up()
    {
        var token = await Invitation();
        using var yves = shop.App.Visitor();
        await yves.Send(HttpMethod.Put, $"links/{token}", new { password = "court" }).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "password.too_short");

        await yves.UseLink(token, Shop.Password);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("null")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_leads_nowhere(string token)
    {
        using var visitor = shop.App.Visitor();
        await visitor.Send(HttpMethod.Put, $"links/{token}", new { password = Shop.Password }).ShouldBeRefused(HttpStatusCode.Gone, "link.expired");
    }

    [Fact]
    public async Task The_store_knows_no_token()
    {
        var token = await Invitation();
        var hashes = await shop.App.Look(db => db.Links.IgnoreQueryFilters().Select(link => link.TokenHash).ToListAsync());
        hashes.ShouldNotBeEmpty();
        hashes.ShouldAllBe(hash => hash.Length == 32 && Convert.ToBase64String(hash) != token);
    }

    private async Task<string> Invitation() => TokenOf(
        (await shop.Diane.Post("members", new { name = "Yves", email = "yves@maison-lune.fr", role = "viewer" }))["link"]!);

    private static string TokenOf(System.Text.Json.Nodes.JsonNode link) => link.Text("url").Split('/')[^1];
}
