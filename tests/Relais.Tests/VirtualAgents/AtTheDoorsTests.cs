using System.Text.Json.Nodes;
using Relais.Tests.Channels.Messenger;
using Relais.Tests.Channels.WhatsApp;
using Relais.Tests.Testing;
using static Relais.Tests.VirtualAgents.Draft;

namespace Relais.Tests.VirtualAgents;

/// <summary>Auto responders as customers meet them: in the messenger of the site, and on WhatsApp with its own buttons.</summary>
public sealed class AtTheDoorsTests
{
    [Fact]
    public async Task A_visitor_is_greeted_sees_buttons_and_presses_one()
    {
        await using var shop = await Shop.Open();
        await new Draft { InHours = [Says("a", "Bonjour !"), Asks("b", "Sujet ?", null, null, May("Livraison"), May("Autre")), Ends("c", text: "Un conseiller arrive.")] }.On(shop.Diane, shop.MessengerId);
        var zoe = new VisitorBrowser(shop.App.CreateClient(), shop.MessengerId);
        await zoe.Enter();
        await zoe.Write("Bonjour");
        await shop.App.UntilNothingWaits();

        var messages = await zoe.Messages();
        messages.Select(message => message.Text("text")).ShouldBe(["Bonjour", "Bonjour !", "Sujet ?"]);
        messages[^1]["choices"]!.AsArray().Select(one => one!.GetValue<string>()).ShouldBe(["Livraison", "Autre"]);
        messages[^1].Text("author").ShouldBe("Accueil VA");
        messages[1]["choices"].ShouldBeNull();

        await zoe.Write("Livraison");
        await shop.App.UntilNothingWaits();
        (await zoe.Texts())[^1].ShouldBe("Un conseiller arrive.");
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task WhatsApp_shows_buttons_and_tells_which_was_pressed()
    {
        await using var shop = await WhatsAppShop.Open();
        var topic = (await shop.Diane.Post("topics", new { name = "Livraison" })).Id();
        await new Draft { InHours = [Asks("a", "Sujet ?", null, null, May("Livraison", topic), May("Autre")), Ends("b")] }.On(shop.Diane, shop.ChannelId);
        await shop.Zoe.Writes("Bonjour", TestContext.Current.CancellationToken);
        await shop.App.UntilNothingWaits();

        var sent = shop.Meta.Ledger.Accepted.ShouldHaveSingleItem();
        sent.Type.ShouldBe("interactive");
        var buttons = sent.Body["interactive"]!["action"]!["buttons"]!.AsArray();
        buttons.Select(button => button!["reply"]!.Text("title")).ShouldBe(["Livraison", "Autre"]);

        var pressed = new JsonObject { ["type"] = "button_reply", ["button_reply"] = new JsonObject { ["id"] = buttons[0]!["reply"]!.Text("id"), ["title"] = "Livraison" } };
        await shop.Zoe.Sends("interactive", pressed, TestContext.Current.CancellationToken);
        var row = await shop.Conversation();
        (row.Text("state"), row["topicIds"]!.AsArray().Single()!.GetValue<Guid>()).ShouldBe(("new", topic));
        await shop.App.ShouldBeSound();
    }

    [Fact]
    public async Task More_choices_than_buttons_become_a_list()
    {
        await using var shop = await WhatsAppShop.Open();
        await new Draft { InHours = [Asks("a", "Sujet ?", null, null, [.. Enumerable.Range(1, 5).Select(number => May($"Choix {number}"))])] }.On(shop.Diane, shop.ChannelId);
        await shop.Zoe.Writes("Bonjour", TestContext.Current.CancellationToken);
        await shop.App.UntilNothingWaits();

        var interactive = shop.Meta.Ledger.Accepted.ShouldHaveSingleItem().Body["interactive"]!;
        interactive.Text("type").ShouldBe("list");
        interactive["action"]!["sections"]![0]!["rows"]!.AsArray().Count.ShouldBe(5);
    }
}
