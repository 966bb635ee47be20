namespace Relais.Browser;

/// <summary>The first minutes: from an empty folder to an answer in a customer's window.</summary>
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

        var customer = await Browser(language);
        await customer.GotoAsync(address!);
        await customer.Locator("relais-messenger button.launcher").ClickAsync();
        var panel = customer.FrameLocator("relais-messenger iframe");
        await panel.GetByRole(AriaRole.Textbox).First.FillAsync("Bonjour, livrez-vous le samedi ?");
        await customer.Keyboard.PressAsync("Enter");

        var row = page.Locator("a[data-row]").First;
        await Assertions.Expect(row).ToContainTextAsync("livrez-vous le samedi");
        await row.ClickAsync();
        await page.Locator(".composer textarea").FillAsync("Oui, de 9 h à 13 h.");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(panel.GetByText("Oui, de 9 h à 13 h.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await NoBarrier(customer);
        await Picture(customer, $"messenger-{language}");
        await Picture(page, $"first-answer-{language}");
        NoComplaint();
    }

    private static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
