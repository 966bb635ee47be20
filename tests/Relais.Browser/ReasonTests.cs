namespace Relais.Browser;

/// <summary>Step 12 of the guide, and several conversations at once.</summary>
public sealed class ReasonTests : InboxJourney
{
    [Theory]
    [InlineData("fr", "résoudre-les-motifs", "Doublon")]
    [InlineData("en", "resolve-reasons", "Doublon")]
    public async Task Who_resolves_where_a_reason_is_asked_for_chooses_one_by_its_digit(string language, string address, string reason)
    {
        await Diane.Patch("session/member", new { language });
        var settings = await Browser(language, Diane);
        await settings.GotoAsync($"/settings/{address}");
        await Assertions.Expect(settings.GetByRole(AriaRole.Heading, new() { Name = Say(language, "resolveReasons.title"), Level = 1 })).ToBeVisibleAsync();
        await settings.Locator("label.switch").Filter(new() { HasText = Say(language, "resolveReasons.scopes.private.of", ("channel", "WhatsApp Maison Lune")) }).First.ClickAsync();
        await NoBarrier(settings);
        await Picture(settings, $"resolve-reasons-{language}");

        var page = await Inbox(Ana, language);
        await Writes("Zoé", "Encore moi, c’était juste pour vérifier");
        await Open(page, "Zoé");
        await page.Locator(".history").FocusAsync();
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = reason })).ToBeVisibleAsync();
        await NoBarrier(page);
        await page.Keyboard.PressAsync("4");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync(Say(language, "conversations.state.resolved.one"));
        await Assertions.Expect(page.Locator(".trail-line").Last).ToContainTextAsync(reason);
        NoComplaint();
    }

    [Fact]
    public async Task Several_are_set_aside_by_keyboard_and_come_back_with_one_press()
    {
        var (page, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        foreach (var name in new[] { "Zoé", "Yann", "Noor" })
        {
            await Writes(name, "Bonjour");
            await Assertions.Expect(Row(page, name)).ToBeVisibleAsync();
        }

        await Row(page, "Zoé").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator(".bulk-bar")).ToContainTextAsync("2");
        await NoBarrier(page);
        await Picture(page, "bulk");
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(Row(page, "Zoé")).ToHaveCountAsync(0);
        await Assertions.Expect(Row(bruno, "Yann")).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, "Noor")).ToBeVisibleAsync();

        await page.Locator(".toast-action").ClickAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToBeVisibleAsync();
        await Assertions.Expect(Row(bruno, "Yann")).ToBeVisibleAsync();
        NoComplaint();
    }

    [Fact]
    public async Task Where_a_topic_is_asked_for_several_at_once_and_a_boomerang_are_asked_for_it_too()
    {
        await Diane.Post("topics", new { name = "Livraison" });
        var here = new[] { new { channelId = WhatsAppId, visibility = "private" } };
        await Diane.Put("resolve-reasons/scopes", new { topics = new { channels = here, bulk = true, autoResolve = false, automation = false } });
        var page = await Inbox(Ana);
        foreach (var name in new[] { "Zoé", "Yann", "Noor" })
        {
            await Writes(name, "Bonjour");
            await Assertions.Expect(Row(page, name)).ToBeVisibleAsync();
        }

        await Row(page, "Zoé").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("e");
        await page.GetByRole(AriaRole.Option, new() { Name = "Livraison" }).ClickAsync();
        await page.Locator(".reason-foot button").ClickAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, "Yann")).ToHaveCountAsync(0);

        await Open(page, "Noor");
        await page.Keyboard.PressAsync("b");
        await page.Locator(".boomerang-then").GetByText(Say("fr", "conversations.boomerang.then.resolved")).ClickAsync();
        await Assertions.Expect(page.Locator(".boomerang-presets button").First).ToBeDisabledAsync();
        await NoBarrier(page);
        await Picture(page, "boomerang-topic");
        await page.Locator(".boomerang").GetByRole(AriaRole.Option, new() { Name = "Livraison" }).ClickAsync();
        await page.Locator(".boomerang-presets button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync(Say("fr", "conversations.state.resolved.one"));
        NoComplaint();
    }
}
