namespace Relais.Browser;

/// <summary>What a team knows of a customer, at the right of the conversation.</summary>
public sealed class ContactTests : InboxJourney
{
    private static readonly ViewportSize Wide = new() { Width = 1440, Height = 900 };

    [Fact]
    public async Task A_note_stays_with_the_customer_and_who_is_blocked_disturbs_nobody()
    {
        var page = await Inbox(Diane, "fr", Wide);
        await Writes("Zoé", "Achetez mes montres");
        await Open(page, "Zoé");
        await Press(page, Say("fr", "contacts.notes.add"));
        await page.GetByLabel(Say("fr", "contacts.notes.add")).FillAsync("N’achète rien, vend des montres.");
        await NoBarrier(page);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".contact-notes article")).ToContainTextAsync("vend des montres");

        await Press(page, Say("fr", "contacts.more"));
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Say("fr", "contacts.block") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Say("fr", "contacts.block.title", ("name", "Zoé")));
        await NoBarrier(page);
        await Press(page, Say("fr", "contacts.block.action"));
        await Assertions.Expect(page.GetByText(Say("fr", "contacts.blocked"), new() { Exact = true })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "contact-blocked");

        await Press(page, Say("fr", "conversations.resolve"));
        await Assertions.Expect(Row(page, "Zoé")).ToHaveCountAsync(0);
        await Writes("Zoé", "Dernière chance !");
        await Writes("Yann", "Bonjour");
        await Assertions.Expect(Row(page, "Yann")).ToBeVisibleAsync();
        await Assertions.Expect(Row(page, "Zoé")).ToHaveCountAsync(0);
        NoComplaint();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Two_contacts_who_are_one_person_become_one_and_two_again(string language)
    {
        var page = await Inbox(Diane, language, Wide);
        await Writes("Zoé Martin", "Bonjour");
        await Writes("Martin Z.", "C’est encore moi, de mon autre téléphone");
        await Open(page, "Zoé Martin");
        await Press(page, Say(language, "contacts.more"));
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Say(language, "contacts.merge") }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = Say(language, "contacts.merge.search") }).FillAsync("Martin");
        await page.Locator(".merge-one").Filter(new() { HasText = "Martin Z." }).ClickAsync();
        await Assertions.Expect(page.GetByText(Say(language, "contacts.merge.result"))).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, $"merge-{language}");
        await Press(page, Say(language, "contacts.merge.action"));

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".contact-panel")).ToContainTextAsync(Say(language, "contacts.merges"));
        await NoBarrier(page);
        await Picture(page, $"merged-{language}");
        await Press(page, Say(language, "contacts.merges.undo"));
        await NoBarrier(page);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Say(language, "contacts.merges.undo"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".contact-panel")).Not.ToContainTextAsync(Say(language, "contacts.merges"));
        NoComplaint();
    }
}
