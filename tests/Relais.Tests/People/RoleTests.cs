using System.Net;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.People;

/// <summary>The settings belong to administrators: every other role is refused at every one of their endpoints.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private static readonly Guid Somebody = Guid.Parse("0198c0de-0000-7000-8000-000000000000");

    private Shop shop = null!;

    private static readonly (string Method, string Path)[] ForAdministrators =
    [
        ("POST", "members"),
        ("PATCH", $"members/{Somebody}"),
        ("POST", $"members/{Somebody}/links"),
        ("POST", "teams"),
        ("PATCH", $"teams/{Somebody}"),
        ("DELETE", $"teams/{Somebody}"),
        ("PUT", $"teams/{Somebody}/settings"),
        ("GET", $"channels/{Somebody}"),
        ("POST", "channels"),
        ("PATCH", $"channels/{Somebody}"),
        ("DELETE", $"channels/{Somebody}"),
        ("POST", "contact-attributes"),
        ("PUT", "contact-attributes/order"),
        ("PATCH", "contact-attributes/email"),
        ("DELETE", "contact-attributes/email"),
        ("POST", "contact-groups"),
        ("POST", "contact-groups/preview"),
        ("PUT", $"contact-groups/{Somebody}"),
        ("DELETE", $"contact-groups/{Somebody}"),
        ("GET", "quarantine"),
        ("GET", "quarantine/1"),
        ("POST", "quarantine/1/replay"),
        ("DELETE", "quarantine/1"),
    ];

    public async ValueTask InitializeAsync() => shop = await Shop.Open();

    public async ValueTask DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task Only_administrators_reach_the_settings()
    {
        using var viewer = await Viewer();
        using var nobody = shop.App.Visitor();
        foreach (var (method, path) in ForAdministrators)
        {
            foreach (var other in new[] { shop.Chloe, shop.Ana, viewer })
                await other.Send(new HttpMethod(method), path, Body(method)).ShouldBeRefused(HttpStatusCode.Forbidden, "permission.denied");

            await nobody.Send(new HttpMethod(method), path, Body(method)).ShouldBeRefused(HttpStatusCode.Unauthorized, "sign_in.required");
            using var admins = await shop.Diane.Send(new HttpMethod(method), path, Body(method));
            admins.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, $"{method} {path}");
            ((int)admins.StatusCode).ShouldBeLessThan(500, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Every_member_sees_who_and_what_there_is()
    {
        using var viewer = await Viewer();
        foreach (var path in new[] { "members", "teams", "channels", "channel-kinds", "session", "contact-attributes", "contact-groups" })
        foreach (var member in new[] { shop.Diane, shop.Chloe, shop.Ana, viewer })
            await member.Get(path);
    }

    private static object? Body(string method) => method is "GET" or "DELETE" ? null : new { };

    private async Task<ApiClient> Viewer()
    {
        var invited = await shop.Diane.Post("members", new { name = "Yves", email = $"{Guid.CreateVersion7():N}@maison-lune.fr", role = "viewer" });
        var viewer = shop.App.Visitor();
        await viewer.UseLink(invited["link"]!.Text("url").Split('/')[^1], Shop.Password);
        return viewer;
    }
}
