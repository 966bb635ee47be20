namespace Relais.Browser;

/// <summary>An agent's day in the inbox.</summary>
public sealed class InboxTests : InboxJourney
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_message_appears_without_reload_and_the_conversation_is_resolved_and_reopened(string language)
    {
        var page = await Inbox(Ana, language);
        await Writes("Zoé", "Où est ma commande ?");
        await Assertions.Expect(Row(page, "Zoé")).ToContainTextAsync("Où est ma commande ?");
        await Open(page, "Zoé");
        await Picture(page, $"inbox-{language}");
        await NoBarrier(page);

        await Button(page, Say(language, "conversations.resolve")).ClickAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToHaveCountAsync(0);

        await page.Locator(".queue-states").GetByRole(AriaRole.Link, new() { Name = Say(language, "conversations.state.resolved") }).ClickAsync();
        await Row(page, "Zoé").ClickAsync();
        await Button(page, Say(language, "conversations.reopen")).ClickAsync();
        await page.Locator(".queue-states").GetByRole(AriaRole.Link, new() { Name = Say(language, "conversations.state.new") }).ClickAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToBeVisibleAsync();
        NoComplaint();
    }

    [Fact]
    public async Task Two_agents_see_each_other_before_they_collide()
    {
        var (ana, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        await Writes("Zoé", "Mon colis est abîmé.");
        await Open(ana, "Zoé");
        await Open(bruno, "Zoé");

        await Assertions.Expect(bruno.Locator(".viewers")).ToContainTextAsync("Ana");
        await Composer(ana).PressSequentiallyAsync("Bonjour Zoé");
        await Assertions.Expect(bruno.Locator(".viewers-warn")).ToContainTextAsync("Ana");

        await ana.Keyboard.PressAsync("Escape");
        await Button(ana, Say("fr", "conversations.assign")).ClickAsync();
        await ana.GetByRole(AriaRole.Menuitem, new() { Name = Say("fr", "conversations.assign.me") }).Or(
            ana.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = Say("fr", "conversations.assign.me") })).Or(
            ana.GetByRole(AriaRole.Menuitemradio, new() { Name = Say("fr", "conversations.assign.me") })).First.ClickAsync();
        await Assertions.Expect(Button(bruno, Say("fr", "conversations.assign.change", ("name", "Ana")))).ToBeVisibleAsync();
        NoComplaint();
    }

    [Fact]
    public async Task A_note_reaches_colleagues_and_nobody_else()
    {
        var (ana, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        await Writes("Yann", "Bonjour");
        await Open(ana, "Yann");
        await Open(bruno, "Yann");

        await ana.GetByRole(AriaRole.Button, new() { Name = Say("fr", "conversations.mode.note"), Exact = true }).ClickAsync();
        await Composer(ana).FillAsync("Client fidèle, lui offrir le port.");
        await Button(ana, Say("fr", "conversations.note.add")).ClickAsync();

        await Assertions.Expect(bruno.Locator("article.note")).ToContainTextAsync("Client fidèle");
        await NoBarrier(ana);
        NoComplaint();
    }

    [Fact]
    public async Task An_answer_can_be_taken_back_for_five_seconds()
    {
        var page = await Inbox(Ana);
        await Writes("Zoé", "Bonjour");
        await Open(page, "Zoé");

        await Composer(page).FillAsync("Un instant trop vite");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".message[data-side=out]")).ToContainTextAsync("Un instant trop vite");
        await page.Locator(".message-foot .link-button").ClickAsync();

        await Assertions.Expect(page.Locator(".message[data-side=out] .bubble:not([data-removed])")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync(Say("fr", "conversations.state.new.one"));
        NoComplaint();
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_stays_its_writers()
    {
        var (ana, bruno) = (await Inbox(Ana), await Inbox(Bruno));
        await Writes("Zoé", "Bonjour");
        await Open(ana, "Zoé");
        var saved = ana.WaitForResponseAsync(response => response.Url.EndsWith("/draft", StringComparison.Ordinal) && response.Request.Method == "PUT");
        await Composer(ana).PressSequentiallyAsync("Votre colis part demain");
        await saved;
        await ana.WaitForTimeoutAsync(1500);

        await ana.ReloadAsync();
        await Assertions.Expect(Composer(ana)).ToHaveValueAsync("Votre colis part demain");
        await Open(bruno, "Zoé");
        await Assertions.Expect(Composer(bruno)).ToHaveValueAsync("");
        NoComplaint();
    }
}
