using System.Net;
using System.Text;
using Relais.Server.Channels.Messenger;
using Relais.Tests.Architecture;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>Where a messenger may stand, and what may be sent through it.</summary>
public sealed class MessengerPlacesTests
{
    private static readonly MessengerSettings OnlyTheShop = new() { AllowedOrigins = "https://shop.example" };

    [Fact]
    public async Task Only_an_allowed_site_learns_how_the_messenger_looks()
    {
        await using var scene = await MessengerScene.Open(OnlyTheShop);
        var browser = scene.Browser();

        using var refused = await browser.Send(HttpMethod.Get, "config", origin: "https://evil.example");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await MessengerHttpTests.Code(refused)).ShouldBe("origin.refused");
        refused.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();

        using var allowed = await browser.Send(HttpMethod.Get, "config", origin: "https://shop.example");
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://shop.example"]);
        allowed.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        (await VisitorBrowser.Read(allowed)).ToJsonString().ShouldNotContain(MessengerScene.Secret);
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task No_foreign_page_speaks_with_the_visitors_doors(string origin)
    {
        await using var scene = await MessengerScene.Open(OnlyTheShop);
        var zoe = await scene.Zoe();

        (await zoe.Send(HttpMethod.Post, "visitors", new { }, origin)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await zoe.Send(HttpMethod.Get, "messages", origin: origin)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await zoe.Send(HttpMethod.Get, "messages", origin: "http://localhost")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_panel_says_who_may_frame_it_and_runs_nothing_inline()
    {
        if (!File.Exists(Path.Combine(SourceTree.Root, "src/Relais.Server/wwwroot/messenger/panel.html"))) Assert.Skip("bin/build makes the widget first.");
        await using var scene = await MessengerScene.Open(OnlyTheShop);
        using var http = scene.App.CreateClient();

        using var panel = await http.GetAsync($"/messenger/panel/{scene.ChannelId}", TestContext.Current.CancellationToken);
        var policy = panel.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("frame-ancestors 'self' https://shop.example");
        policy.ShouldNotContain("unsafe");
        panel.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var loader = await http.GetAsync("/messenger/relais.js", TestContext.Current.CancellationToken);
        loader.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);

        foreach (var language in new[] { "fr", "en" })
        {
            var shop = await http.GetStringAsync($"/messenger/try/{scene.ChannelId}?lang={language}", TestContext.Current.CancellationToken);
            shop.ShouldContain($"<html lang=\"{language}\">");
            shop.ShouldContain($"data-channel=\"{scene.ChannelId}\"");
        }

        (await http.GetAsync($"/messenger/panel/{Guid.CreateVersion7()}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_picture_comes_with_the_message_and_can_be_fetched()
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        var upload = await VisitorBrowser.Read(await zoe.Upload("..\\..\\colis.png", "image/png", png));
        (await zoe.Write("", null, upload.Text("id"))).ShouldBe(HttpStatusCode.Created);
        await scene.App.ShouldBeSound();

        var file = (await zoe.Messages()).ShouldHaveSingleItem()["files"]!.AsArray().ShouldHaveSingleItem()!;
        file.Text("name").ShouldEndWith("colis.png");
        (await zoe.Download(file.Text("url"))).ShouldBe(png);
    }

    [Theory]
    [InlineData("page.html", "text/html", "<script>alert(1)</script>")]
    [InlineData("drawing.svg", "image/svg+xml", "<svg onload='alert(1)'/>")]
    [InlineData("picture.png", "image/png", "<html><script>alert(1)</script>")]
    [InlineData("program.exe", "application/x-msdownload", "MZ")]
    public async Task What_could_run_in_a_browser_is_not_taken(string name, string type, string content)
    {
        await using var scene = await MessengerScene.Open();
        var zoe = scene.Browser();
        await zoe.Enter();
        using var answer = await zoe.Upload(name, type, Encoding.UTF8.GetBytes(content));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await MessengerHttpTests.Code(answer)).ShouldBe("attachment.type");
    }

    [Fact]
    public async Task Nobody_sends_anothers_upload()
    {
        await using var scene = await MessengerScene.Open();
        var (zoe, yann) = (scene.Browser(), scene.Browser());
        await zoe.Enter();
        await yann.Enter();
        var upload = await VisitorBrowser.Read(await zoe.Upload("a.txt", "text/plain", "bonjour"u8.ToArray()));

        (await yann.Write("", null, upload.Text("id"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await zoe.Write("", null, "rubbish")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        scene.App.Clock.Advance(TimeSpan.FromDays(2));
        (await zoe.Write("", null, upload.Text("id"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_messenger_may_take_no_files_at_all()
    {
        await using var scene = await MessengerScene.Open(new MessengerSettings { FileUpload = false });
        var zoe = scene.Browser();
        await zoe.Enter();
        (await zoe.Upload("a.txt", "text/plain", "bonjour"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await VisitorBrowser.Read(await zoe.Send(HttpMethod.Get, "config")))["uploads"].ShouldBeNull();
    }
}
