namespace Relais.Browser;

/// <summary>Without a mouse, without a line, on a phone, in the dark.</summary>
public sealed class KeyboardAndLineTests : InboxJourney
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_whole_inbox_works_by_keyboard(string language)
    {
        var page = await Inbox(Ana, language);
        await Writes("Zoé", "Bonjour");
        await Assertions.Expect(Row(page, "Zoé")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Composer(page)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(Button(page, Say(language, "conversations.assign.change", ("name", "Ana")))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(Composer(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Il part demain");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".message[data-side=out]")).ToContainTextAsync("Il part demain");

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Say(language, "conversations.keys.next"));
        await NoBarrier(page);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).Locator("input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Say(language, "conversations.resolve"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync(Say(language, "conversations.state.resolved.one"));
        NoComplaint();
    }

    [Fact]
    public async Task A_lost_line_is_said_and_what_was_missed_arrives()
    {
        var page = await Inbox(Ana);
        await page.Context.SetOfflineAsync(true);
        Server.Kill();
        await Assertions.Expect(page.Locator(".offline-notice")).ToContainTextAsync(Say("fr", "live.notice"));
        await page.Keyboard.PressAsync("?");

        await Server.Start(TestContext.Current.CancellationToken);
        await Writes("Yann", "Vous êtes là ?");
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(Row(page, "Yann")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator(".offline-notice")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Say("fr", "conversations.keys.next"));
        NoComplaint("ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED", "WebSocket", "Failed to load resource");
    }

    [Fact]
    public async Task On_a_phone_the_list_and_the_thread_take_turns()
    {
        var page = await Inbox(Ana, "fr", new ViewportSize { Width = 390, Height = 844 });
        await Writes("Zoé", "Bonjour");
        await Row(page, "Zoé").ClickAsync();
        await Assertions.Expect(Composer(page)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".queue")).ToBeHiddenAsync();
        await Picture(page, "phone-thread");
        await NoBarrier(page);

        await Button(page, Say("fr", "conversations.back")).ClickAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the page scrolls sideways");
        NoComplaint();
    }

    [Fact]
    public async Task In_the_dark_nothing_is_harder_to_read()
    {
        var page = await Inbox(Ana);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Writes("Zoé", "Bonjour");
        await Open(page, "Zoé");
        await Picture(page, "inbox-dark");
        await NoBarrier(page);
        NoComplaint();
    }
}
