using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>
/// The texts of <c>hostile-texts.json</c> go through every field that an agent or a customer can fill, and are then looked at
/// on every screen that shows it. Whatever runs, leaves for another host, moves the page or breaks its
/// Content-Security-Policy fails; and each text must stand there letter by letter.
/// </summary>
public sealed class HostileTextsTests : InboxJourney
{
    /// <summary>Of so many texts one goes through; <c>RELAIS_HOSTILE_SHARE=1</c> sends all of them.</summary>
    private static readonly int Share = int.Parse(Environment.GetEnvironmentVariable("RELAIS_HOSTILE_SHARE") ?? "4", CultureInfo.InvariantCulture);

    private static readonly string[] Hostile =
    [
        .. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Texts.Root, "tests/Relais.Browser/hostile-texts.json")))!
            .Where((_, at) => at % Share == 0),
    ];

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
        ("members", "members", (text, at) => new { name = text, email = $"m{at}@maison-lune.fr", role = "agent", teamIds = Array.Empty<Guid>(), language = "fr" }),
        ("views", "", (text, _) => new { name = text, query = "state=pending" }),
    ];

    private readonly ConcurrentQueue<string> caught = [];

    [Fact]
    public async Task In_the_settings_none_runs_and_each_stands_there_as_written()
    {
        var taken = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (path, _, body) in Lists) taken[path] = await Fill(path, body);
        var shelf = (await Diane.Post("reply-collections", new { name = "Toutes", personal = false })).Id();
        var replies = await Fill("saved-replies", (text, _) => new { collectionId = shelf, title = text, body = text });
        taken.Values.Sum(it => it.Count).ShouldBeGreaterThan(7 * Hostile.Length, "most fields take most of them");
        replies.Count.ShouldBeGreaterThan(Hostile.Length * 9 / 10);

        var page = Watched(await Browser("fr", Diane));
        foreach (var (path, address, _) in Lists.Where(it => it.Page.Length > 0))
        {
            await page.GotoAsync($"/settings/{address}");
            await Assertions.Expect(page.GetByText(taken[path].First(text => text.Length == 39), new() { Exact = true }).First).ToBeAttachedAsync();
            Missing(path == "reply-collections" ? [.. taken[path], .. replies] : taken[path], await Read(page)).ShouldBeEmpty(path);
        }

        foreach (var address in new[] { "queue/team-settings", "routing/prioritization", "routing/remove-assignment", "channels" })
        {
            await page.GotoAsync($"/settings/{address}");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await Read(page);
        }

        await WalkThroughPanels(page);
        NothingRan();
    }

    [Fact]
    public async Task In_the_inbox_none_of_the_customers_runs_and_each_stands_there_as_written()
    {
        await CustomersWrite();
        var zoe = await ConversationOf("Zoé");
        var page = Watched(await Inbox(Diane, "fr", Tall));
        await Assertions.Expect(page.Locator("a[data-row]").First).ToBeVisibleAsync();
        Missing(Hostile, await Read(page, ".queue-scroll")).ShouldBeEmpty("the queue");
        foreach (var words in new[] { "alert", "canary" })
        {
            await page.GotoAsync($"/inbox?search={words}");
            await Assertions.Expect(page.Locator(".search-hit").First).ToBeVisibleAsync();
            await Read(page, ".search-list");
        }

        await page.GotoAsync($"/inbox/{zoe}");
        Missing(Hostile, await ReadHistory(page)).ShouldBeEmpty("captions, files, places and cards");
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
        var answered = await AgentsWrite(chat, contact);
        await page.GotoAsync($"/inbox/{chat}");
        Missing(Hostile, await ReadHistory(page)).ShouldBeEmpty("answers, notes and the trail");
        Missing(Hostile, await page.Locator(".contact-panel").EvaluateAsync<string>("panel => panel.textContent")).ShouldBeEmpty("notes of the contact");
        Missing(answered, await Arrived(panel.Locator(".rows"), answered)).ShouldBeEmpty("the messenger");
        NothingRan("429 .*/(delivered|read):"); // Nobody answers as fast as this.
    }

    private static ViewportSize Tall => new() { Width = 1600, Height = 4000 };

    /// <summary>Customers by WhatsApp: each text is a name with its message, and in one long thread a caption, a file, a place and a card.</summary>
    private async Task CustomersWrite()
    {
        using var provider = RealHttp.Client(Server.Address);
        await Parallel.ForEachAsync(Hostile.Index(), Four, async (it, _) =>
            (await WhatsAppWebhook.Deliver(provider, WhatsAppId, WhatsAppWebhook.Text($"3361{it.Index:0000000}", it.Item, $"wamid.n{it.Index}", it.Item))).ShouldBe(200));
        foreach (var (at, some) in Hostile.Chunk(60).Index())
        {
            var body = JsonNode.Parse(WhatsAppWebhook.Text("33699999999", "Zoé", $"wamid.z{at}", "Voici"))!;
            var messages = body["entry"]![0]!["changes"]![0]!["value"]!["messages"]!.AsArray();
            foreach (var (number, text) in some.Index())
            foreach (var (type, content) in Kinds(text))
                messages.Add(JsonSerializer.SerializeToNode(new Dictionary<string, object?>
                {
                    ["from"] = "33699999999", ["id"] = $"wamid.z{at}.{number}.{type}", ["timestamp"] = messages[0]!["timestamp"]!.GetValue<string>(), ["type"] = type, [type] = content,
                }));
            (await WhatsAppWebhook.Deliver(provider, WhatsAppId, body.ToJsonString())).ShouldBe(200);
        }
    }

    private static IEnumerable<(string Type, object Content)> Kinds(string text) =>
    [
        ("document", new { id = "1", caption = text, filename = text, mime_type = "text/html" }),
        ("location", new { latitude = 48.8, longitude = 2.3, name = text, address = text }),
        ("contacts", new[] { new { name = new { formatted_name = text }, phones = new[] { new { phone = text } }, emails = new[] { new { email = text } } } }),
    ];

    /// <summary>What agents change again and again while the page shows it.</summary>
    private Task AgentsChange(Guid chat, Guid contact) => Task.WhenAll(
        Each(HttpMethod.Patch, $"contacts/{contact}", text => new { name = text, email = text, phone = text }),
        Each(HttpMethod.Put, $"contacts/{contact}/attributes/loyalty", text => new { value = text }),
        Each(HttpMethod.Put, $"conversations/{chat}/boomerang", text => new { at = TimeProvider.System.GetUtcNow().AddDays(1), then = "pending", note = text }),
        Each(HttpMethod.Patch, $"channels/{WhatsAppId}", text => new { name = text }));

    /// <summary>What agents write to a customer and about him; an answer with an open placeholder is refused.</summary>
    private async Task<IReadOnlyList<string>> AgentsWrite(Guid chat, Guid contact)
    {
        var answered = await Fill($"conversations/{chat}/messages", (text, _) => new { clientId = Guid.NewGuid(), text });
        await Fill($"conversations/{chat}/notes", (text, _) => new { clientId = Guid.NewGuid(), text });
        await Fill($"contacts/{contact}/notes", (text, _) => new { text });
        await Diane.Put($"conversations/{chat}/draft", new { mode = "note", text = string.Join('\n', Hostile) });
        await Diane.Put($"conversations/{chat}/resolution", new { comment = string.Join(' ', Hostile)[..900] });
        await Diane.Delete($"conversations/{chat}/resolution");
        answered.Count.ShouldBeGreaterThan(Hostile.Length * 9 / 10);
        return answered;
    }

    private async Task Each(HttpMethod method, string path, Func<string, object> body)
    {
        foreach (var text in Hostile)
        {
            using var answer = await Diane.Send(method, path, body(text));
            ((int)answer.StatusCode).ShouldBeLessThan(500, text);
        }
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

    private static ParallelOptions Four => new() { MaxDegreeOfParallelism = 4 };

    /// <summary>Sends each text once; which of them the server took. It may refuse one, never stumble over it.</summary>
    private async Task<IReadOnlyList<string>> Fill(string path, Func<string, int, object> body)
    {
        var taken = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Hostile.Index(), Four, async (it, _) =>
        {
            using var answer = await Diane.Send(HttpMethod.Post, path, body(it.Item, it.Index));
            if (answer.IsSuccessStatusCode) taken.Enqueue(it.Item);
            else answer.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict);
        });
        return [.. taken];
    }

    private async Task<Guid> ConversationOf(string words)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var rows = (await Diane.Get("conversations?state=new&sort=newest&limit=10")).Items();
            if (rows.FirstOrDefault(row => row["contact"]!.Text("name") == words || row["preview"]?["text"]?.GetValue<string>() == words) is { } found) return found.Id();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(words);
    }

    /// <summary>A page with traps: whatever would run meets one of them.</summary>
    private IPage Watched(IPage page)
    {
        page.Dialog += (_, dialog) =>
        {
            caught.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Popup += (_, other) => caught.Enqueue($"popup: {other.Url}");
        page.Request += (_, request) => Judge("request", request.Url);
        page.FrameNavigated += (_, frame) => Judge("navigation", frame.Url);
        return page;
    }

    private void Judge(string what, string url)
    {
        if (!url.StartsWith(Server.Address.ToString(), StringComparison.Ordinal) && url is not ("about:blank" or "about:srcdoc" or "")) caught.Enqueue($"{what}: {url}");
    }

    private void NothingRan(params string[] expected)
    {
        caught.ShouldBeEmpty();
        NoComplaint(expected);
    }

    /// <summary>All words of the page; of a list that only draws what is seen, scrolled from its beginning to its end.</summary>
    private static Task<string> Read(IPage page, string? list = null) => page.EvaluateAsync<string>(
        """
        async (list) => {
          const words = () => document.body.textContent + [...document.querySelectorAll("input, textarea")].map((one) => one.value).join("");
          const frame = list && document.querySelector(list);
          let all = words();
          for (let quiet = 0, steps = 0; frame && quiet < 4 && steps < 40; steps++) {
            const before = frame.scrollTop;
            frame.scrollTop += frame.clientHeight * 0.8;
            await new Promise((resolve) => setTimeout(resolve, 120));
            all += words();
            quiet = frame.scrollTop === before ? quiet + 1 : 0;
          }
          if ("__pwned" in window) throw new Error("A text has run.");
          return all;
        }
        """,
        list);

    /// <summary>The whole history, once it has all come.</summary>
    private static async Task<string> ReadHistory(IPage page)
    {
        await Assertions.Expect(page.Locator(".history article").First).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>(
            """
            async () => {
              const frame = document.querySelector(".history");
              const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
              for (let steps = 0; frame.querySelector(".history-older") && steps < 300; steps++, await pause()) frame.scrollTop = 0;
              let all = "";
              for (let quiet = 0, steps = 0; quiet < 4 && steps < 300; steps++) {
                const before = frame.scrollTop;
                all += frame.textContent;
                frame.scrollTop += frame.clientHeight * 0.5;
                await pause();
                quiet = frame.scrollTop === before ? quiet + 1 : 0;
              }
              if ("__pwned" in window) throw new Error("A text has run.");
              return all;
            }
            """);
    }

    /// <summary>What a place shows once all of it is there, or no longer can be expected: answers leave some seconds after they are written.</summary>
    private static async Task<string> Arrived(ILocator place, IReadOnlyCollection<string> texts)
    {
        var words = "";
        for (var tries = 0; tries < 60; tries++)
        {
            words = await place.EvaluateAsync<string>("place => place.textContent");
            if (!Missing(texts, words).Any()) break;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return words;
    }

    private static IEnumerable<string> Missing(IEnumerable<string> texts, string words) =>
        texts.Where(text => !words.Contains(text.Trim(), StringComparison.Ordinal));
}
