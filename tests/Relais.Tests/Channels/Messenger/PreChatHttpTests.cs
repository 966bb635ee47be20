using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Domain.Contacts;
using Relais.Server.Channels;
using Relais.Server.Channels.Messenger;
using Relais.Tests.Security;
using Relais.Tests.Testing;

namespace Relais.Tests.Channels.Messenger;

/// <summary>Who is asked before the first message, and what becomes of the answers.</summary>
public sealed class PreChatHttpTests
{
    private static readonly PreChatForm Form = new()
    {
        Enabled = true,
        Intro = "Nous gardons ces réponses avec la conversation.",
        Fields =
        [
            new() { Attribute = "profile_name", Required = true },
            new() { Attribute = "email", Type = PreChatFieldType.Email, Required = true },
            new() { Attribute = "last_name", Label = "Votre demande", Type = PreChatFieldType.Select, Options = ["Livraison", "Retour"] },
        ],
    };

    private static readonly Dictionary<string, string> Answers = new() { ["profile_name"] = "Zoé Martin", ["email"] = "zoe@exemple.fr" };

    [Fact]
    public async Task The_panel_learns_what_to_ask()
    {
        await using var scene = await MessengerScene.Open(new MessengerSettings { PreChat = Form });
        var asked = (await Config(scene))["preChat"]!;

        asked.Text("intro").ShouldBe(Form.Intro);
        asked["fields"]!.AsArray().Select(field => (field!.Text("attribute"), field!.Text("type"))).ShouldBe(
            [("profile_name", "text"), ("email", "email"), ("last_name", "select")]);
    }

    [Fact]
    public async Task Nothing_is_asked_while_the_form_is_off_or_where_only_customers_write()
    {
        await using var off = await MessengerScene.Open(new MessengerSettings { PreChat = Form with { Enabled = false } });
        (await Config(off))["preChat"].ShouldBeNull();
        (await (await Stranger(off)).Write("Bonjour")).ShouldBe(HttpStatusCode.Created);

        await using var closed = await MessengerScene.Open(new MessengerSettings { PreChat = Form, RequireIdentity = true });
        (await Config(closed))["preChat"].ShouldBeNull();
    }

    [Fact]
    public async Task A_first_message_without_its_answers_is_refused_and_nothing_of_it_is_kept()
    {
        await using var scene = await MessengerScene.Open(new MessengerSettings { PreChat = Form });
        var zoe = await Stranger(scene);

        await Refused(zoe, null, "prechat.answer.required", "profile_name");
        await Refused(zoe, new() { ["profile_name"] = "Zoé" }, "prechat.answer.required", "email");
        await Refused(zoe, new(Answers) { ["email"] = "zoe" }, "prechat.answer.invalid", "email");
        await Refused(zoe, new(Answers) { ["last_name"] = "Autre" }, "prechat.answer.invalid", "last_name");
        await scene.App.ShouldBeSound();

        (await scene.App.Look(db => db.Journal.IgnoreQueryFilters().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_answers_are_the_contacts_name_address_and_attributes_as_the_channel_tells_them()
    {
        await using var shop = await Shop.Open();
        await shop.Diane.Patch("contact-attributes/last_name", new { isOn = true });
        await Ask(shop);
        var zoe = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        await zoe.Enter();
        (await Write(zoe, new(Answers) { ["last_name"] = "Retour", ["vip"] = "true", ["user_id"] = "4711" })).ShouldBe(HttpStatusCode.Created);
        await shop.App.ShouldBeSound();

        var contact = await shop.App.Look(db => db.Contacts.IgnoreQueryFilters().SingleAsync());
        (contact.Name, contact.Email).ShouldBe(("Zoé Martin", "zoe@exemple.fr"));
        contact.Values.Where(value => value.Value is not null).Select(value => (value.Alias, value.Value, value.Source)).ShouldBe(
            [
                ("profile_name", "Zoé Martin", AttributeSource.Medium), ("email", "zoe@exemple.fr", AttributeSource.Medium),
                ("last_name", "Retour", AttributeSource.Medium), ("language", "fr", AttributeSource.Medium),
            ],
            ignoreOrder: true);

        var seen = (await shop.Ana.Get($"contacts/{contact.Id}"))["attributes"]!.AsArray();
        seen.Select(value => (value!.Text("alias"), value!.Text("source"))).ShouldContain(("last_name", "medium"), "the agent sees it beside the conversation");
    }

    [Fact]
    public async Task Only_the_first_message_is_asked_even_before_the_inbox_has_it()
    {
        await using var shop = await Shop.Open(services => services.Remove(services.Single(one => one.ImplementationType == typeof(Intake))));
        await Ask(shop);
        var zoe = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        await zoe.Enter();
        var first = Guid.CreateVersion7();
        (await Write(zoe, Answers, first)).ShouldBe(HttpStatusCode.Created);

        (await Write(zoe, Answers, first)).ShouldBe(HttpStatusCode.OK, "the browser repeats what it heard no answer to");
        (await Write(zoe, null)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Who_wrote_before_the_form_was_there_goes_on_writing()
    {
        await using var shop = await Shop.Open();
        var zoe = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        await zoe.Enter();
        await zoe.Write("Bonjour");
        await shop.App.UntilNothingWaits();
        await Ask(shop);

        (await zoe.Write("Et encore bonjour")).ShouldBe(HttpStatusCode.Created);
        var yann = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        await yann.Enter();
        (await yann.Write("Bonjour")).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_signed_in_customer_is_never_asked()
    {
        var key = SiteKey.Ed25519();
        await using var scene = await MessengerScene.Open(new MessengerSettings { PreChat = Form, IdentityKeys = key.Pem });
        var zoe = scene.Browser();
        await zoe.Enter(key.Sign(new { sub = "4711", aud = scene.ChannelId, name = "Zoé", exp = scene.App.Clock.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds() }));

        (await zoe.Write("Bonjour")).ShouldBe(HttpStatusCode.Created);
        await scene.App.ShouldBeSound();
        (await scene.App.Look(db => db.Contacts.IgnoreQueryFilters().SingleAsync())).Name.ShouldBe("Zoé");
    }

    [Fact]
    public async Task An_administrator_sets_the_form_and_finds_it_again()
    {
        await using var shop = await Shop.Open();
        await Ask(shop);
        var shown = (await shop.Diane.Get($"channels/{shop.MessengerId}"))["settings"]!["preChat"]!;

        shown.Text("intro").ShouldBe(Form.Intro);
        shown["fields"]!.AsArray().Select(field => field!.Text("attribute")).ShouldBe(["profile_name", "email", "last_name"]);
        await shop.Diane.Patch($"channels/{shop.MessengerId}", new { settings = new { businessName = "Maison Soleil" } });
        (await shop.Diane.Get($"channels/{shop.MessengerId}"))["settings"]!["preChat"]!.ToJsonString().ShouldBe(shown.ToJsonString());
    }

    [Theory]
    [InlineData("""{"enabled":true}""", "prechat.empty")]
    [InlineData("""{"fields":[{"attribute":"shoe","label":""}]}""", "prechat.label.required")]
    [InlineData("""{"fields":"x"}""", "channel.setting.invalid")]
    [InlineData("\"x\"", "channel.setting.invalid")]
    public async Task A_form_that_cannot_be_asked_is_refused(string form, string code)
    {
        await using var shop = await Shop.Open();
        await shop.Diane.Send(HttpMethod.Patch, $"channels/{shop.MessengerId}", new { settings = new { preChat = JsonNode.Parse(form) } })
            .ShouldBeRefused(HttpStatusCode.UnprocessableEntity, code);
    }

    private static async Task Ask(Shop shop) => await shop.Diane.Patch(
        $"channels/{shop.MessengerId}", new { settings = new { preChat = JsonSerializer.SerializeToNode(Form, ChannelCatalogue.SettingsJson) } });

    private static async Task<VisitorBrowser> Stranger(MessengerScene scene)
    {
        var browser = scene.Browser();
        await browser.Enter();
        return browser;
    }

    private static async Task<JsonNode> Config(MessengerScene scene) => await VisitorBrowser.Read(await scene.Browser().Send(HttpMethod.Get, "config"));

    private static async Task<HttpStatusCode> Write(VisitorBrowser browser, Dictionary<string, string>? answers, Guid? clientId = null)
    {
        using var answer = await browser.Send(HttpMethod.Post, "messages", new { clientId = clientId ?? Guid.CreateVersion7(), text = "Bonjour", answers });
        return answer.StatusCode;
    }

    private static async Task Refused(VisitorBrowser browser, Dictionary<string, string>? answers, string code, string attribute)
    {
        using var answer = await browser.Send(HttpMethod.Post, "messages", new { clientId = Guid.CreateVersion7(), text = "Bonjour", answers });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        (problem.Text("code"), problem.ToJsonString().Contains($"\"{attribute}\"", StringComparison.Ordinal)).ShouldBe((code, true));
    }
}
