using System.Net;
using System.Net.Http.Json;
using System.Text;
using Relais.Tests.Testing;

namespace Relais.Tests.Security;

/// <summary>What every request must show, and what every answer carries.</summary>
public sealed class AdmissionTests : IAsyncLifetime
{
    private Shop shop = null!;

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Theory]
    [InlineData(null, null)]
    [InlineData("guessed", null)]
    [InlineData("own", "https://evil.example")]
    [InlineData("own", "null")]
    public async Task A_change_from_another_site_is_refused(string? token, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/teams") { Content = JsonContent.Create(new { name = "Intrus" }) };
        request.Headers.Add("Cookie", shop.Diane.Cookie);
        if (token is not null) request.Headers.Add("X-CSRF-Token", token == "own" ? shop.Diane.Session!.Text("csrfToken") : token);
        if (origin is not null) request.Headers.Add("Origin", origin);

        await shop.App.CreateClient().SendAsync(request, TestContext.Current.CancellationToken).ShouldBeRefused(HttpStatusCode.Forbidden, "csrf.refused");
        (await shop.Diane.Get("teams")).Items().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_site_cannot_open_the_live_line()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/live/negotiate?negotiateVersion=1");
        request.Headers.Add("Cookie", shop.Ana.Cookie);
        request.Headers.Add("Origin", "https://evil.example");

        await shop.App.CreateClient().SendAsync(request, TestContext.Current.CancellationToken).ShouldBeRefused(HttpStatusCode.Forbidden, "csrf.refused");
    }

    [Theory]
    [InlineData("GET", "/api/v1/session", 401)]
    [InlineData("GET", "/api/v1/setup", 200)]
    [InlineData("GET", "/api/v1/nowhere", 404)]
    [InlineData("POST", "/api/v1/session", 400)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("POST", "/channels/nothing/0198c0de-0000-7000-8000-000000000000", 404)]
    public async Task Every_answer_carries_the_headers(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await shop.App.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        if (path.StartsWith("/api/", StringComparison.Ordinal)) answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"role\":\"emperor\"}", 400)]
    [InlineData("{\"name\":7}", 400)]
    public async Task A_body_that_cannot_be_read_is_the_senders_fault(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await shop.Diane.Send(HttpMethod.Post, "members", content).ShouldBeRefused((HttpStatusCode)status, "request.malformed");
    }

    [Theory]
    [InlineData("POST", "teams", "text/plain")]
    [InlineData("POST", "teams", null)]
    [InlineData("PATCH", "session/member", "application/xml")]
    [InlineData("POST", "uploads", "application/json")]
    public async Task A_body_of_a_type_the_address_does_not_take_is_refused_as_such(string method, string path, string? type)
    {
        using var content = new StringContent("{}", Encoding.UTF8);
        content.Headers.ContentType = type is null ? null : new(type);
        await shop.Diane.Send(new HttpMethod(method), path, content).ShouldBeRefused(HttpStatusCode.UnsupportedMediaType, "request.content_type");
    }

    [Fact]
    public async Task A_method_the_address_does_not_know_is_refused_with_those_it_knows()
    {
        var asked = shop.Diane.Send(HttpMethod.Put, "teams", new { });
        await asked.ShouldBeRefused(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        (await asked).Content.Headers.Allow.Order().ShouldBe(["GET", "POST"]);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_address_the_API_does_not_know_is_not_found(string method) =>
        await shop.Diane.Send(new HttpMethod(method), "nowhere", method == "POST" ? new { } : null).ShouldBeRefused(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task Fields_nobody_may_set_change_nothing()
    {
        var before = (await shop.Diane.Get("members")).ToJsonString();
        var planted = new
        {
            id = Guid.CreateVersion7(), organisationId = Guid.CreateVersion7(), role = "admin", status = "active", isAdmin = true, email = "x@evil.example",
            version = 99, createdAt = "2001-01-01T00:00:00Z", verified = true, teamIds = new[] { shop.TeamId }, permissions = new[] { "manageSettings" },
        };
        await shop.Bruno.Patch("session/member", planted);

        (await shop.Diane.Get("members")).ToJsonString().ShouldBe(before);
    }

    [Fact]
    public async Task A_disabled_member_is_out_at_once_on_every_line()
    {
        await using var line = shop.App.Hub(shop.Ana);
        var closed = new TaskCompletionSource();
        line.Closed += _ => Task.FromResult(closed.TrySetResult());
        await line.StartAsync(TestContext.Current.CancellationToken);

        await shop.Diane.Patch($"members/{shop.Ana.MemberId}", new { status = "disabled" });

        await shop.Ana.Send(HttpMethod.Get, "session").ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.required");
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
