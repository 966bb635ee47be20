using System.Net;
using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Tests.Security;

/// <summary>Coming in, staying in, being kept out.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task A_member_signs_in_and_out()
    {
        using var ana = shop.App.Visitor();
        await ana.SignIn("Ana@Maison-Lune.fr ", Shop.Password);
        (await ana.Get("session"))["member"]!.Text("name").ShouldBe("Ana");

        await ana.Delete("session");
        await ana.Send(HttpMethod.Get, "session").ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.required");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        using var visitor = shop.App.Visitor();
        using var known = await visitor.Send(HttpMethod.Post, "session", new { email = "ana@maison-lune.fr", password = "wrong" });
        using var unknown = await visitor.Send(HttpMethod.Post, "session", new { email = "nobody@maison-lune.fr", password = "wrong" });

        known.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Said(unknown)).ShouldBe(await Said(known));
    }

    [Fact]
    public async Task Two_hundred_guesses_at_once_are_ten()
    {
        using var visitor = shop.App.Visitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(guess => Guess(visitor, $"wrong {guess}")));

        answers.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(10);
        answers.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(190);
    }

    [Fact]
    public async Task Who_was_locked_out_comes_in_after_a_quarter_of_an_hour()
    {
        using var visitor = shop.App.Visitor();
        for (var guess = 0; guess < 10; guess++) await Guess(visitor, $"wrong {guess}");
        await visitor.Send(HttpMethod.Post, "session", new { email = "ana@maison-lune.fr", password = Shop.Password })
            .ShouldBeRefused(HttpStatusCode.TooManyRequests, "sign_in.too_many_attempts");

        shop.App.Clock.Advance(TimeSpan.FromMinutes(15));
        await visitor.SignIn("ana@maison-lune.fr", Shop.Password);
    }

    [Fact]
    public async Task Guesses_from_elsewhere_do_not_keep_a_member_out_of_his_own_browser()
    {
        using var ana = shop.App.Visitor();
        await ana.SignIn("ana@maison-lune.fr", Shop.Password);
        await ana.Delete("session");

        using var stranger = shop.App.Visitor();
        for (var guess = 0; guess < 11; guess++) await Guess(stranger, $"wrong {guess}");
        (await Guess(stranger, Shop.Password)).ShouldBe(HttpStatusCode.TooManyRequests);

        await ana.SignIn("ana@maison-lune.fr", Shop.Password);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_use_but_not_before()
    {
        using var ana = shop.App.Visitor();
        await ana.SignIn("ana@maison-lune.fr", Shop.Password);
        shop.App.Clock.Advance(TimeSpan.FromHours(7));
        await ana.Get("session");

        shop.App.Clock.Advance(TimeSpan.FromHours(9));
        await ana.Send(HttpMethod.Get, "session").ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var laptop = shop.App.Visitor();
        using var phone = shop.App.Visitor();
        await laptop.SignIn("ana@maison-lune.fr", Shop.Password);
        await phone.SignIn("ana@maison-lune.fr", Shop.Password);

        await laptop.Put("session/password", new { current = Shop.Password, password = "une phrase toute neuve" });

        await laptop.Get("session");
        await laptop.Patch("session/member", new { shortCode = "AN" });
        await phone.Send(HttpMethod.Get, "session").ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.required");
    }

    [Theory]
    [InlineData("wrong password", "une phrase toute neuve", "password.wrong")]
    [InlineData(Shop.Password, "court", "password.too_short")]
    [InlineData(Shop.Password, "aaaaaaaaaaaaaa", "password.too_simple")]
    public async Task A_bad_change_of_password_is_refused(string current, string password, string code) =>
        await shop.Ana.Send(HttpMethod.Put, "session/password", new { current, password }).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        using var visitor = shop.App.Visitor();
        using var answer = await visitor.Send(HttpMethod.Post, "session", new { email = "ana@maison-lune.fr", password = Shop.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("relais=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
    }

    /// <summary>All but the number under which the log has it.</summary>
    private static async Task<string> Said(HttpResponseMessage answer)
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        problem.Remove("traceId").ShouldBeTrue();
        return problem.ToJsonString();
    }

    private static async Task<HttpStatusCode> Guess(ApiClient visitor, string password)
    {
        using var answer = await visitor.Send(HttpMethod.Post, "session", new { email = "ana@maison-lune.fr", password });
        return answer.StatusCode;
    }
}
