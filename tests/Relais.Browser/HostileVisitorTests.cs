using System.Text;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Hostile texts that a visitor is asked, answers, types and sends on a shop's site; and what colleagues are told of them.</summary>
public sealed class HostileVisitorTests : HostileJourney
{
    private const int Questions = 7;

    [Fact]
    public async Task What_a_visitor_is_asked_answers_types_and_attaches_stands_as_written_on_both_sides_and_runs_on_none()
    {
        var (labels, answers, typed) = (Hostile(0)[..Questions], Hostile(1)[..Questions], Hostile(2));
        var intro = string.Join('\n', Hostile(3)[..8]);
        var messenger = (await Diane.Get("channels")).Items().Single(channel => channel.Text("kind") == "messenger").Id();
        await Ask(messenger, intro, labels);
        var choices = await OfferChoices();

        var customer = Watched(await Browser("fr", size: Tall));
        await customer.GotoAsync(MessengerTestPage);
        await customer.Locator("relais-messenger button.launcher").ClickAsync();
        var panel = customer.FrameLocator("relais-messenger iframe");
        var fields = panel.Locator(".questions input");
        await Assertions.Expect(fields).ToHaveCountAsync(Questions);
        await Stand(panel.Locator("body"), "the questions", labels, intro.Split('\n'));
        foreach (var (at, answer) in answers.Index()) await fields.Nth(at).FillAsync(answer);
        await panel.GetByRole(AriaRole.Button, new() { Name = Say("fr", "channels.preChat.says.start") }).ClickAsync();
        foreach (var some in typed.Chunk(40))
        {
            await panel.Locator("textarea").FillAsync(string.Join('\n', some));
            await customer.Keyboard.PressAsync("Enter");
            await Assertions.Expect(panel.Locator("textarea")).ToHaveValueAsync("");
        }

        var (theirs, ours) = (Names(4), Names(5));
        await panel.Locator("input[type=file]").SetInputFilesAsync(Files(theirs));
        await Assertions.Expect(panel.Locator(".composer .bar > button").Last).ToBeEnabledAsync();
        await customer.Keyboard.PressAsync("Enter");
        await Stand(panel.Locator(".rows"), "what the visitor wrote, in the messenger", typed, theirs);

        var page = Watched(await Inbox(Diane, "fr", Tall));
        await page.Locator("a[data-row]").First.ClickAsync();
        await Stand(page.Locator(".history"), "what the visitor wrote, in the inbox", typed, theirs);
        await Stand(page.Locator(".contact-panel"), "what the visitor answered, at the right", labels[1..], answers);
        await Press(page, "Ajouter : Choix");
        await page.Locator(".contact-facts button[aria-haspopup=listbox]").ClickAsync();
        await Stand(page.GetByRole(AriaRole.Listbox), "the choices of an attribute", choices);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator(".composer input[type=file]").SetInputFilesAsync(Files(ours));
        await Stand(page.Locator(".composer"), "files to be sent", ours);
        await Press(page, Say("fr", "conversations.send"));
        await Stand(panel.Locator(".rows"), "the agent's files, in the messenger", ours);
        var chat = new Uri(page.Url).Segments[^1];
        var scheduled = await Fill($"conversations/{chat}/messages", 6, (text, _) => new { clientId = Guid.NewGuid(), text, sendAt = TimeProvider.System.GetUtcNow().AddDays(1) });
        await page.GotoAsync($"/inbox/{chat}");
        Missing(scheduled, await ReadHistory(page)).ShouldBeEmpty("scheduled answers");
        NothingRan();
    }

    [Fact]
    public async Task What_colleagues_are_told_of_hostile_names_and_what_is_kept_of_them_runs_nowhere()
    {
        var (customers, colleagues, notes) = (Hostile(0)[..20], Hostile(1)[..20], Hostile(2)[..20]);
        var page = Watched(await Inbox(Diane, "fr", Tall));
        foreach (var (at, (name, by, note)) in customers.Zip(colleagues, notes).Index())
        {
            await Writes($"{(char)('A' + at)}", name, name);
            var chat = await ConversationOf(name);
            await Ana.Patch("session/member", new { name = by });
            await Ana.Post($"conversations/{chat}/notes", new { clientId = Guid.NewGuid(), text = note, mentionIds = new[] { Diane.MemberId } });
        }

        await Assertions.Expect(page.Locator(".bell-count")).ToHaveTextAsync("20");
        await page.Locator(".bell").ClickAsync();
        await Stand(page.Locator(".notifications"), "notifications", customers, colleagues, notes);

        foreach (var contact in (await Diane.Get("conversations?state=new&sort=newest&limit=10")).Items()) await Diane.Delete($"contacts/{contact["contact"]!.Id()}");
        var hints = (await Diane.Get("deleted-contacts")).Items().Select(one => one["hint"]?.GetValue<string>() ?? "").ToArray();
        hints.Length.ShouldBe(10);
        await page.GotoAsync("/settings/privacy/deleted-contacts");
        await Stand(page.Locator("body"), "deleted contacts", hints);

        var tags = await Fill("tags", 3, (text, _) => new { name = text });
        await page.GotoAsync("/settings/privacy/audit-logs");
        await ToTheEnd(page);
        await Stand(page.Locator("body"), "the audit log", tags);
        NothingRan();
    }

    /// <summary>Page by page, as long as there are more.</summary>
    private static async Task ToTheEnd(IPage page)
    {
        var lines = page.GetByRole(AriaRole.Row);
        await Assertions.Expect(lines.Nth(1)).ToBeVisibleAsync();
        while (await page.GetByRole(AriaRole.Button, new() { Name = Say("fr", "privacy.more") }).CountAsync() > 0)
        {
            var shown = await lines.CountAsync();
            await Press(page, Say("fr", "privacy.more"));
            await Assertions.Expect(lines).Not.ToHaveCountAsync(shown);
        }
    }

    private async Task Ask(Guid messenger, string intro, string[] labels)
    {
        foreach (var (at, label) in labels.Index().Skip(1)) await Diane.Post("contact-attributes", new { name = label, alias = $"asked{at}", format = "text" });
        var fields = labels.Select((label, at) => new { attribute = at == 0 ? "profile_name" : $"asked{at}", label, type = "text", required = true });
        await Diane.Patch($"channels/{messenger}", new { settings = new { preChat = new { enabled = true, intro, fields } } });
    }

    private async Task<string[]> OfferChoices()
    {
        var choices = Hostile(6).Select(text => text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Where(text => text.Length is > 0 and <= 80).Take(100).ToArray();
        await Diane.Post("contact-attributes", new { name = "Choix", alias = "choice", format = "choice", choices });
        return choices;
    }

    /// <summary>What may be a file's name as it travels: a browser writes quotation marks and breaks of lines in its own way, a slash is a folder.</summary>
    private static string[] Names(int field) => [.. Hostile(field).Where(text => text == text.Trim() && text.Length > 8 && !text.Any(letter => letter is '/' or '\\' or '"' or '%' || char.IsControl(letter))).Take(5)];

    private static FilePayload[] Files(string[] names) => [.. names.Select(name => new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Bonjour") })];

    private async Task Writes(string person, string name, string text)
    {
        using var provider = RealHttp.Client(Server.Address);
        var body = WhatsAppWebhook.Text($"3362{person[0]:0000000}", name, $"wamid.{person}", text);
        (await WhatsAppWebhook.Deliver(provider, WhatsAppId, body)).ShouldBe(200);
    }
}
