using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Administration;

/// <summary>The first start happens once.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private RelaisApp app = null!;

    public async ValueTask InitializeAsync() => app = await RelaisApp.Empty();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_first_visitor_gets_a_house_an_administrator_and_a_messenger()
    {
        using var diane = app.Visitor();
        (await diane.Get("setup"))["needed"]!.GetValue<bool>().ShouldBeTrue();

        var made = await diane.SetUp("Maison Lune", "Diane", "diane@maison-lune.fr", Shop.Password);

        made["messenger"]!.Text("snippet").ShouldContain(made["messenger"]!.Text("channelId"));
        made["messenger"]!.Text("testPageUrl").ShouldContain(made["messenger"]!.Text("channelId"));
        (await diane.Get("session"))["member"]!.Text("role").ShouldBe("admin");
        (await diane.Get("setup"))["needed"]!.GetValue<bool>().ShouldBeFalse();
        (await diane.Get("channels")).Items().ShouldHaveSingleItem().Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task Of_ten_first_visitors_at_once_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            using var visitor = app.Visitor();
            using var answer = await visitor.Send(HttpMethod.Post, "setup", Form($"visitor{number}@example.com"));
            return answer.StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Conflict).ShouldBe(9);
        (await app.Look(db => db.Organisations.CountAsync())).ShouldBe(1);
        (await app.Look(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_leaves_nothing_behind()
    {
        using var visitor = app.Visitor();
        await visitor.Send(HttpMethod.Post, "setup", new { organisation = "Maison Lune", name = "Diane", email = "diane@maison-lune.fr", password = "court", language = "fr" })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "password.too_short");

        (await visitor.Get("setup"))["needed"]!.GetValue<bool>().ShouldBeTrue();
        (await app.Look(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Afterwards_it_refuses()
    {
        using var diane = app.Visitor();
        await diane.SetUp("Maison Lune", "Diane", "diane@maison-lune.fr", Shop.Password);
        using var late = app.Visitor();
        await late.Send(HttpMethod.Post, "setup", Form("late@example.com")).ShouldBeRefused(HttpStatusCode.Conflict, "setup.done");
    }

    private static object Form(string email) => new { organisation = "Maison Lune", name = "Diane", email, password = Shop.Password, language = "fr" };
}
