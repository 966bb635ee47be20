namespace Relais.Browser;

/// <summary>A shop that closes, and answers that wait until it opens or for a time one chose.</summary>
public sealed class HoursTests : InboxJourney
{
    [Fact]
    public async Task On_a_day_off_an_answer_is_written_now_and_leaves_at_the_opening_or_when_one_says()
    {
        var settings = await Settings("business-hours");
        await Press(settings, Say("fr", "hours.add"));
        await settings.GetByLabel(Say("fr", "hours.name"), new() { Exact = true }).FillAsync("Service client");
        await Copy(settings, "lundi", "hours.copy.all");
        await Copy(settings, "dimanche", "hours.copy.close");
        await Press(settings, Say("fr", "hours.holidays.add"));
        await settings.GetByLabel(Say("fr", "hours.holiday.name")).FillAsync("Inventaire");
        await settings.GetByRole(AriaRole.Checkbox, new() { Name = "Messagerie web" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
        await NoBarrier(settings);
        await Picture(settings, "hours");
        await Press(settings, Say("fr", "hours.save"));
        await Assertions.Expect(settings.GetByRole(AriaRole.Row).Filter(new() { HasText = "Service client" })).ToContainTextAsync("Messagerie web");

        var panel = await Customer("Livrez-vous demain ?");
        var page = await Inbox(Ana);
        await page.Locator("a[data-row]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".topic-end")).ToContainTextAsync("Fermé");
        await Later(page, "Oui, dès l’ouverture.");
        await NoBarrier(page);
        await Picture(page, "send-later");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Say("fr", "conversations.later.opening")}") }).ClickAsync();
        await Assertions.Expect(page.Locator(".scheduled")).ToContainTextAsync("Programmé");

        await Later(page, "Et demain encore.");
        await page.GetByLabel(Say("fr", "conversations.later.custom")).FillAsync($"{TimeProvider.System.GetLocalNow().AddDays(7):yyyy-MM-ddTHH:mm}"); // Later than any opening.
        await Press(page, Say("fr", "conversations.later.action"));
        await Assertions.Expect(page.Locator(".scheduled")).ToHaveCountAsync(2);
        await NoBarrier(page);
        await Picture(page, "scheduled");

        await page.Locator(".scheduled").First.GetByRole(AriaRole.Button, new() { Name = Say("fr", "conversations.later.now") }).ClickAsync();
        await Assertions.Expect(panel.GetByText("Oui, dès l’ouverture.").First).ToBeVisibleAsync();
        await Assertions.Expect(panel.GetByText("Et demain encore.")).ToHaveCountAsync(0);
        await page.Locator(".scheduled").GetByRole(AriaRole.Button, new() { Name = Say("fr", "conversations.later.edit") }).ClickAsync();
        await Assertions.Expect(Composer(page)).ToHaveValueAsync("Et demain encore.");
        await Assertions.Expect(page.Locator(".scheduled")).ToHaveCountAsync(0);
        NoComplaint();
    }

    private static async Task Copy(IPage page, string day, string what)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Say("fr", "hours.copy.of", ("day", day))}$", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Say("fr", what) }).ClickAsync();
    }

    private static async Task Later(IPage page, string text)
    {
        await Composer(page).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("fr", "conversations.later") }).ClickAsync();
        await Assertions.Expect(page.GetByText(Say("fr", "conversations.later.lead"))).ToBeVisibleAsync();
    }
}
