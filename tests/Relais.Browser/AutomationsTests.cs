using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Step 10 of the guide: tags, topics and the end of conversations, by what messages say.</summary>
public sealed class AutomationsTests : InboxJourney
{
    [Fact]
    public async Task The_guide_is_followed_word_by_word_and_a_customers_message_is_filed_by_itself()
    {
        await Diane.Post("tags", new { name = "Réclamation" });
        await Diane.Post("topics", new { name = "Facturation" });
        var page = await Settings("");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Automatisations" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Say("fr", "automations.empty.title"))).ToBeVisibleAsync();
        await NoBarrier(page);
        await Press(page, "Ajouter une automatisation");
        await NoBarrier(page);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^Partir de zéro") }).ClickAsync();

        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Factures");
        await page.GetByLabel("Mots-clés", new() { Exact = true }).FillAsync("facture, « deux fois, vraiment »");
        await Choose(page, "Poser un tag", "Réclamation");
        await Choose(page, "Appliquer un sujet", "Facturation");
        await Assertions.Expect(page.Locator(".in-words")).ToContainTextAsync("contient «\u00a0facture\u00a0» ou «\u00a0deux fois, vraiment\u00a0»");
        await page.GetByLabel("Message à essayer").FillAsync("J’ai reçu deux FACTURES");
        await Press(page, "Essayer ce texte");
        await Assertions.Expect(page.Locator(".trial-verdict")).ToContainTextAsync("Elle ne s’applique pas");
        await page.GetByLabel("Message à essayer").FillAsync("Ma facture est fausse");
        await Press(page, "Essayer ce texte");
        await Assertions.Expect(page.Locator(".trial-verdict mark")).ToHaveTextAsync("facture");
        await NoBarrier(page);
        await Picture(page, "automation-editor");
        await Press(page, "Enregistrer");
        await Assertions.Expect(page.Locator(".reorder-item")).ToContainTextAsync("Factures");
        await NoBarrier(page);
        await Picture(page, "automations");

        var inbox = await Inbox(Ana);
        var customer = await Browser("fr");
        await customer.GotoAsync(MessengerTestPage);
        await customer.Locator("relais-messenger button.launcher").ClickAsync();
        await customer.FrameLocator("relais-messenger iframe").GetByRole(AriaRole.Textbox).First.FillAsync("Bonjour, ma facture est fausse");
        await customer.Keyboard.PressAsync("Enter");

        var row = inbox.Locator("a[data-row]").First;
        await Assertions.Expect(row).ToContainTextAsync("ma facture est fausse");
        await row.ClickAsync();
        await Assertions.Expect(inbox.Locator(".topic-bar")).ToContainTextAsync("Facturation");
        await Assertions.Expect(inbox.GetByText("L’automatisation «\u00a0Factures\u00a0» a ajouté\u00a0: Facturation")).ToBeVisibleAsync();
        await Assertions.Expect(inbox.GetByText("L’automatisation «\u00a0Factures\u00a0» a posé un tag\u00a0: Réclamation")).ToBeVisibleAsync();
        await Picture(inbox, "automation-in-the-inbox");

        await page.GetByRole(AriaRole.Link, new() { Name = "Factures" }).First.ClickAsync();
        await Press(page, "Répéter");
        await Assertions.Expect(page.Locator(".rehearsal")).ToContainTextAsync("1 message sur 1 aurait correspondu");
        NoComplaint();
    }

    private static async Task Choose(IPage page, string action, string what)
    {
        await Press(page, "Ajouter une action");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = action }).Locator(".select-button").ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = what }).ClickAsync();
    }
}
