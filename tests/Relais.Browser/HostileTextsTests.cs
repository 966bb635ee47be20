using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Hostile texts that customers and agents write to and about one another, in the inbox and in the messenger.</summary>
public sealed class HostileTextsTests : HostileJourney
{
    [Fact]
    public async Task In_the_inbox_none_of_the_customers_runs_and_each_stands_there_as_written()
    {
        await CustomersWrite();
        var zoe = await ConversationOf("Zoé");
        var page = Watched(await Inbox(Diane, "fr", Tall));
        await Assertions.Expect(page.Locator("a[data-row]").First).ToBeVisibleAsync();
        Missing(Hostile(0), await Read(page, ".queue-scroll")).ShouldBeEmpty("the queue");
        foreach (var words in new[] { "alert", "canary" })
        {
            await page.GotoAsync($"/inbox?search={words}");
            await Assertions.Expect(page.Locator(".search-hit").First).ToBeVisibleAsync();
            await Read(page, ".search-list");
        }

        await page.GotoAsync($"/inbox/{zoe}");
        Missing([.. Hostile(1), .. Hostile(2), .. Hostile(3)], await ReadHistory(page)).ShouldBeEmpty("captions, files, places and cards");
        NothingRan();
    }

    [Fact]
    public async Task In_the_inbox_and_in_the_messenger_none_of_the_agents_runs_and_each_stands_there_as_written()
    {
        await Diane.Post("contact-attributes", new { name = "Fidélité", alias = "loyalty", format = "text" });
        var customer = Watched(await Browser("fr", size: Tall));
        await customer.GotoAsync(MessengerTestPage);
        await customer.Locator("relais-messenger button.launcher").ClickAsync();
        var panel = customer.FrameLocator("relais-messenger iframe");
        await panel.GetByRole(AriaRole.Textbox).First.FillAsync("Bonjour");
        await customer.Keyboard.PressAsync("Enter");

        var chat = await ConversationOf("Bonjour");
        var contact = (await Diane.Get($"conversations/{chat}"))["contact"]!.Id();
        var page = Watched(await Inbox(Diane, "fr", Tall));
        await page.GotoAsync($"/inbox/{chat}");
        await Assertions.Expect(Composer(page)).ToBeVisibleAsync();
        await AgentsChange(chat, contact);
        await page.GotoAsync("/inbox");
        var (answered, noted, known) = await AgentsWrite(chat, contact);
        await page.GotoAsync($"/inbox/{chat}");
        Missing([.. answered, .. noted], await ReadHistory(page)).ShouldBeEmpty("answers and notes");
        await Stand(page.Locator(".contact-panel"), "notes of the contact", known);
        await Stand(panel.Locator(".rows"), "the messenger", answered);
        NothingRan("429 .*/(delivered|read):"); // Nobody answers as fast as this.
    }

    /// <summary>Customers by WhatsApp: each text is a name with its message, and in one long thread a caption, a file, a place and a card.</summary>
    private async Task CustomersWrite()
    {
        using var provider = RealHttp.Client(Server.Address);
        await Parallel.ForEachAsync(Hostile(0).Index(), Four, async (it, _) =>
            (await WhatsAppWebhook.Deliver(provider, WhatsAppId, WhatsAppWebhook.Text($"3361{it.Index:0000000}", it.Item, $"wamid.n{it.Index}", it.Item))).ShouldBe(200));
        foreach (var (at, some) in Sent().Chunk(180).Index())
        {
            var body = JsonNode.Parse(WhatsAppWebhook.Text("33699999999", "Zoé", $"wamid.z{at}", "Voici"))!;
            var messages = body["entry"]![0]!["changes"]![0]!["value"]!["messages"]!.AsArray();
            foreach (var (number, (type, content)) in some.Index())
                messages.Add(JsonSerializer.SerializeToNode(new Dictionary<string, object?>
                {
                    ["from"] = "33699999999", ["id"] = $"wamid.z{at}.{number}", ["timestamp"] = messages[0]!["timestamp"]!.GetValue<string>(), ["type"] = type, [type] = content,
                }));
            (await WhatsAppWebhook.Deliver(provider, WhatsAppId, body.ToJsonString())).ShouldBe(200);
        }
    }

    private static IEnumerable<(string Type, object Content)> Sent() =>
    [
        .. Hostile(1).Select(text => ("document", (object)new { id = "1", caption = text, filename = text, mime_type = "text/html" })),
        .. Hostile(2).Select(text => ("location", (object)new { latitude = 48.8, longitude = 2.3, name = text, address = text })),
        .. Hostile(3).Select(text => ("contacts", (object)new[] { new { name = new { formatted_name = text }, phones = new[] { new { phone = text } }, emails = new[] { new { email = text } } } })),
    ];

    /// <summary>What agents change again and again while the page shows it.</summary>
    private Task AgentsChange(Guid chat, Guid contact) => Task.WhenAll(
        Each(HttpMethod.Patch, $"contacts/{contact}", 0, text => new { name = text, email = text, phone = text }),
        Each(HttpMethod.Put, $"contacts/{contact}/attributes/loyalty", 1, text => new { value = text }),
        Each(HttpMethod.Put, $"conversations/{chat}/boomerang", 2, text => new { at = TimeProvider.System.GetUtcNow().AddDays(1), then = "pending", note = text }),
        Each(HttpMethod.Patch, $"channels/{WhatsAppId}", 3, text => new { name = text }));

    /// <summary>What agents write to a customer and about him; an answer with an open placeholder is refused.</summary>
    private async Task<(IReadOnlyList<string> Answered, IReadOnlyList<string> Noted, IReadOnlyList<string> Known)> AgentsWrite(Guid chat, Guid contact)
    {
        var answered = await Fill($"conversations/{chat}/messages", 4, (text, _) => new { clientId = Guid.NewGuid(), text });
        var noted = await Fill($"conversations/{chat}/notes", 5, (text, _) => new { clientId = Guid.NewGuid(), text });
        var known = await Fill($"contacts/{contact}/notes", 6, (text, _) => new { text });
        await Diane.Put($"conversations/{chat}/draft", new { mode = "note", text = string.Join('\n', Hostile(7)) });
        await Diane.Put($"conversations/{chat}/resolution", new { comment = string.Join(' ', Hostile(7))[..900] });
        await Diane.Delete($"conversations/{chat}/resolution");
        foreach (var (some, field) in new[] { (answered, 4), (noted, 5), (known, 6) }) some.Count.ShouldBeGreaterThan(Hostile(field).Length * 9 / 10);
        return (answered, noted, known);
    }
}
