namespace Relais.Browser;

/// <summary>Saying what a message is, and finding it again.</summary>
public sealed class FindingTests : InboxJourney
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_message_is_tagged_and_found_by_two_letters_and_a_filter(string language)
    {
        await Diane.Post("tags", new { name = "Mécontentement" });
        await Diane.Post("tags", new { name = "Compliment" });
        var page = await Inbox(Ana, language);
        await Writes("Zoé", "Ma chaise est arrivée cassée");
        await Open(page, "Zoé");

        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Combobox, new() { Name = Say(language, "tags.find") }).FillAsync("mecon");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Mécontentement", Selected = true })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, $"tags-{language}");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".message-tag")).ToContainTextAsync("Mécontentement");

        await Button(page, Say(language, "conversations.search")).ClickAsync();
        await Assertions.Expect(page.GetByText(Say(language, "search.begin.title"))).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, $"search-begin-{language}");
        await page.Locator(".search-head input").FillAsync("ch");
        await Assertions.Expect(Hits(page)).ToContainTextAsync("Ma chaise est arrivée cassée");
        await NoBarrier(page);
        await Picture(page, $"search-{language}");

        await Button(page, Say(language, "filters.open")).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"{Say(language, "filters.state")}$") }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = Say(language, "conversations.state.resolved") }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByText(Say(language, "search.none.filtered"))).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, $"search-filtered-{language}");
        await Button(page, Say(language, "filters.without", ("filter", Say(language, "conversations.state.resolved")))).ClickAsync();
        await Assertions.Expect(Hits(page)).ToContainTextAsync("cassée");

        await page.Locator(".search-head input").FillAsync("tabouret");
        await Assertions.Expect(page.GetByText(Say(language, "search.none.title"))).ToBeVisibleAsync();
        NoComplaint();
    }

    [Fact]
    public async Task A_queue_saved_under_a_name_is_one_press_away()
    {
        var page = await Inbox(Ana);
        await page.Locator(".queue-states").GetByRole(AriaRole.Link, new() { Name = Say("fr", "conversations.state.pending") }).ClickAsync();
        await page.Keyboard.PressAsync("v");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Say("fr", "views.save") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel(Say("fr", "views.name")).FillAsync("Ce qui attend");
        await NoBarrier(page);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Button(page, Say("fr", "views.open", ("name", "Ce qui attend")))).ToBeVisibleAsync();

        await page.GotoAsync("/inbox");
        await Button(page, Say("fr", "views.open", ("name", Say("fr", "shell.inbox")))).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Ce qui attend" })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "views");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Ce qui attend" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("state=pending"));
        NoComplaint();
    }

    private static ILocator Hits(IPage page) => page.Locator("#search-list [role=option]").First;
}
