namespace Relais.Browser;

/// <summary>The first minutes: from an empty folder to an answer in a customer's window, who was asked his name first.</summary>
public sealed class FirstStartTests : Journey
{
    private const string Password = "une phrase de passe assez longue";

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_house_is_set_up_and_the_first_customer_gets_an_answer(string language)
    {
        var page = await Browser(language);
        await page.GotoAsync("/");
        await page.GetByLabel(Say(language, "firstStart.organisation.name")).FillAsync("Maison Lune");
        await NoBarrier(page);
        await Press(page, Say(language, "firstStart.next"));
        await page.GetByLabel(Say(language, "signIn.name")).FillAsync("Diane");
        await page.GetByLabel(Say(language, "signIn.email")).FillAsync("diane@maison-lune.fr");
        await page.GetByLabel(Say(language, "signIn.password"), new() { Exact = true }).FillAsync(Password);
        await NoBarrier(page);
        await Press(page, Say(language, "firstStart.create"));

        var testPage = page.GetByRole(AriaRole.Link, new() { Name = Say(language, "firstStart.done.try.action") });
        await Assertions.Expect(testPage).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, $"first-start-{language}");
        var address = await testPage.GetAttributeAsync("href");
        await Press(page, Say(language, "firstStart.done.inbox"));
        await AskFirst(page, language);

        var customer = await Browser(language);
        await customer.GotoAsync(address!);
        await customer.Locator("relais-messenger button.launcher").ClickAsync();
        var panel = customer.FrameLocator("relais-messenger iframe");
        await Answer(customer, panel, language);
        await panel.GetByRole(AriaRole.Textbox).First.FillAsync("Bonjour, livrez-vous le samedi ?");
        await customer.Keyboard.PressAsync("Enter");

        var row = page.Locator("a[data-row]").First;
        await Assertions.Expect(row).ToContainTextAsync("livrez-vous le samedi");
        await Assertions.Expect(row).ToContainTextAsync("Zoé Martin");
        await row.ClickAsync();
        await page.Locator(".composer textarea").FillAsync("Oui, de 9 h à 13 h.");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(panel.GetByText("Oui, de 9 h à 13 h.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await NoBarrier(customer);
        await Picture(customer, $"messenger-{language}");
        await Picture(page, $"first-answer-{language}");
        NoComplaint();
    }

    /// <summary>Whoever turns the form on asks for the name to begin with.</summary>
    private static async Task AskFirst(IPage page, string language)
    {
        await page.GotoAsync("/settings/channels");
        await page.Locator(".channel-list a").First.ClickAsync();
        var form = page.Locator("section", new() { Has = page.Locator(".pre-chat") });
        await form.GetByText(Say(language, "channels.preChat.enabled")).ClickAsync();
        await NoBarrier(page);
        await form.GetByRole(AriaRole.Button, new() { Name = Say(language, "channels.save") }).ClickAsync();
        await Assertions.Expect(page.GetByText(Say(language, "channels.preChat.saved")).First).ToBeVisibleAsync();
        await Picture(page, $"pre-chat-settings-{language}");
        await page.GotoAsync("/inbox");
    }

    private static async Task Answer(IPage customer, IFrameLocator panel, string language)
    {
        var name = panel.GetByLabel(Say(language, "channels.preChat.says.profile_name"));
        var start = panel.GetByRole(AriaRole.Button, new() { Name = Say(language, "channels.preChat.says.start") });
        await start.ClickAsync();
        await Assertions.Expect(name).ToBeFocusedAsync();
        await Assertions.Expect(name).ToHaveAttributeAsync("aria-invalid", "true");
        await NoBarrier(customer);
        await Picture(customer, $"pre-chat-{language}");
        await name.FillAsync("Zoé Martin");
        await start.ClickAsync();
    }

    private static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
