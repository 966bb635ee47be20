namespace Relais.Browser;

/// <summary>A customer who wants to be forgotten.</summary>
public sealed class DeletionTests : InboxJourney
{
    [Fact]
    public async Task A_deleted_contact_leaves_a_line_of_proof_and_nothing_else()
    {
        await Writes("Zoé Martin", "Oubliez-moi, avec mon vase bleu");
        await Writes("Yann", "Bonjour");
        var page = await Inbox(Diane, "fr", new ViewportSize { Width = 1440, Height = 900 });
        await Open(page, "Zoé Martin");
        await Press(page, Say("fr", "contacts.more"));
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Say("fr", "privacy.delete") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync(Say("fr", "privacy.delete.title", ("name", "Zoé Martin")));
        await Assertions.Expect(dialog.Locator(".loss-list")).ToContainTextAsync("1 conversation");
        await NoBarrier(page);
        await Picture(page, "delete-contact");
        await Press(page, Say("fr", "privacy.delete.action"));
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, "Zoé Martin")).ToHaveCountAsync(0);
        await Assertions.Expect(Row(page, "Yann")).ToBeVisibleAsync();

        await Button(page, Say("fr", "conversations.search")).ClickAsync();
        await page.Locator(".search-head input").FillAsync("vase bleu");
        await Assertions.Expect(page.GetByText(Say("fr", "search.none.title"))).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = Say("fr", "shell.settings"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Say("fr", "privacy.deleted"), Exact = true }).ClickAsync();
        var proof = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "1 conversation" });
        await Assertions.Expect(proof).ToContainTextAsync("Diane");
        await Assertions.Expect(proof).Not.ToContainTextAsync("Martin");
        await NoBarrier(page);
        await Picture(page, "deleted-contacts");

        await Writes("Zoé Martin", "C’est encore moi");
        await page.GotoAsync("/inbox");
        await Open(page, "Zoé Martin");
        await Assertions.Expect(page.Locator(".history")).Not.ToContainTextAsync("vase bleu");
        await Assertions.Expect(page.Locator(".contact-conversations li")).ToHaveCountAsync(1);
        NoComplaint();
    }
}
