using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Hostile texts in everything that is named in the settings, on its page and in the lists that open over a conversation.</summary>
public sealed class HostileSettingsTests : HostileJourney
{
    /// <summary>Settings pages by what is made there; the length of a name is the server's to refuse.</summary>
    private static readonly (string Path, string Page, Func<string, int, object> Body)[] Lists =
    [
        ("topics", "routing/topics", (text, _) => new { name = text, description = text }),
        ("tags", "tags", (text, _) => new { name = text, description = text }),
        ("resolve-reasons", "workspace/resolve-reasons", (text, _) => new { name = text, comment = "optional" }),
        ("away-states", "workspace/away-states", (text, _) => new { name = text }),
        ("teams", "teams", (text, _) => new { name = text, memberIds = Array.Empty<Guid>() }),
        ("contact-groups", "routing/contact-groups", (text, _) => new { name = text, match = "all", rules = new[] { new { alias = "phone", @operator = "contains", values = new[] { text } } } }),
        ("contact-attributes", "workspace/contact-attributes", (text, at) => new { name = text, alias = $"a{at}", format = "text" }),
        ("skill-sets", "routing/skill-sets", (text, _) => new { name = text, filter = new { joint = "all", groups = new[] { new { joint = "all", rules = new[] { new { kind = "visibility", test = "anyOf", words = new[] { "private" } } } } } } }),
        ("reply-collections", "workspace/saved-replies", (text, _) => new { name = text, personal = false }),
        ("business-hours", "business-hours", (text, _) => new { name = text, timetable = new { zone = "Europe/Paris", week = Enumerable.Repeat(Array.Empty<object>(), 7), holidays = new[] { new { name = text, date = "2030-12-25", everyYear = true } } }, channelIds = Array.Empty<Guid>() }),
        ("members", "members", (text, at) => new { name = text, email = $"m{at}@maison-lune.fr", role = "agent", teamIds = Array.Empty<Guid>(), language = "fr" }),
        ("automations", "routing/automations", (text, _) => new { name = text, everyChannel = true, channelIds = Array.Empty<Guid>(), filter = new { joint = "any", groups = new[] { new { joint = "all", conditions = new[] { new { kind = "containsAny", keywords = "facture" } } } } }, actions = new[] { new { kind = "resolve", id = (Guid?)null } } }),
        ("auto-responders", "auto-responders", (text, _) => new { name = text, activation = "inception", handOver = "newQueue", agentMinutes = 5, contactMinutes = 60, onTimeout = new { end = "handOver" }, inactiveHours = 0, languages = new[] { new { language = "fr", inHours = new[] { new { id = "hello", kind = "statement", text } }, outOfHours = Array.Empty<object>(), escapeWords = new[] { "humain" } } } }),
        ("surveys", "csat-surveys", (text, _) => new { name = text, question = "numbers", share = 100, languages = new[] { new { language = "fr", question = text, negative = text, closing = text } } }),
        ("custom-agents", "virtual-agents/custom", (text, _) => new { name = text, webhookUrl = "http://127.0.0.1:9/", activation = "inception", handOver = "newQueue", agentMinutes = 5, contactMinutes = 60, onTimeout = new { end = "handOver" }, failureText = text }),
        ("channels", "channels", (text, _) => new { kind = "custom", name = text, settings = new { } }),
        ("views", "", (text, _) => new { name = text, query = "state=pending" }),
    ];

    [Fact]
    public async Task In_the_settings_none_runs_and_each_stands_there_as_written()
    {
        var taken = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (field, (path, _, body)) in Lists.Index()) taken[path] = await Fill(path, field, body);
        var shelf = (await Diane.Post("reply-collections", new { name = "Toutes", personal = false })).Id();
        var replies = await Fill("saved-replies", Lists.Length, (text, _) => new { collectionId = shelf, title = text, body = text });
        taken.Where(it => it.Value.Count < Hostile(0).Length / 2).Select(it => it.Key).ShouldBeEmpty("every field takes most of them");
        replies.Count.ShouldBeGreaterThan(Hostile(Lists.Length).Length * 9 / 10);

        var page = Watched(await Settings("channels"));
        foreach (var (path, address, _) in Lists.Where(it => it.Page.Length > 0))
        {
            await Turn(page, address);
            await Stand(page.Locator("body"), path, taken[path], path == "reply-collections" ? replies : []);
        }

        foreach (var address in new[] { "queue/team-settings", "routing/prioritization", "routing/remove-assignment", "channels" })
        {
            await Turn(page, address);
            await Read(page);
        }

        await WalkThroughPanels(page);
        NothingRan();
    }

    /// <summary>To another page of the settings, by the menu.</summary>
    private static async Task Turn(IPage page, string address)
    {
        await page.Locator($".settings-menu a[href='/settings/{address}']").ClickAsync();
        await Assertions.Expect(page.Locator($".settings-menu a[href='/settings/{address}'][aria-current=page]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".settings-page").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>The lists that open over a conversation, by their keys.</summary>
    private async Task WalkThroughPanels(IPage page)
    {
        await Writes("Zoé", "Bonjour");
        await page.GotoAsync("/inbox");
        await Open(page, "Zoé");
        foreach (var (keys, shows) in new[] { ("s", "[role=listbox]"), ("l", "[role=listbox]"), ("a", "[role=menu]"), ("v", "[role=menu]"), ("Control+/", "[role=listbox]"), ("Control+k", "[role=listbox]") })
        {
            await page.Keyboard.PressAsync(keys);
            await Assertions.Expect(page.Locator($"[role=dialog] {shows}").First).ToBeVisibleAsync();
            await Read(page);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        await page.Locator(".status-button").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
    }
}
