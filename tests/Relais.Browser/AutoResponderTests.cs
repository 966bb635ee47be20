namespace Relais.Browser;

/// <summary>Step 9 of the guide, as it is written there: « Ajouter un répondeur automatique ».</summary>
public sealed class AutoResponderTests : InboxJourney
{
    [Fact]
    public async Task An_auto_responder_is_written_tried_and_greets_a_customer_until_an_agent_takes_over()
    {
        var page = await Settings("auto-responders");
        await NoBarrier(page);
        await Press(page, "Ajouter un répondeur automatique");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Accueil");
        await page.GetByText("WhatsApp Maison Lune").ClickAsync();
        await Press(page, "Ajouter une affirmation");
        await page.GetByLabel("Texte de l’affirmation").FillAsync("Bonjour {{contact.first_name|et bienvenue}} !");
        await Press(page, "Ajouter une question");
        await page.GetByLabel("Texte de la question").FillAsync("C’est à quel sujet ?");
        await Press(page, "Ajouter une réponse attendue");
        await page.GetByLabel("Bouton", new() { Exact = true }).FillAsync("Livraison");

        var simulator = page.GetByRole(AriaRole.Complementary, new() { Name = "Essayer" });
        await Assertions.Expect(simulator.GetByText("Bonjour Camille !")).ToBeVisibleAsync();
        await simulator.GetByRole(AriaRole.Button, new() { Name = "Livraison" }).ClickAsync();
        await Assertions.Expect(simulator.GetByText("Fin du script")).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "auto-responder-fr");

        await page.GetByText("Activé", new() { Exact = true }).ClickAsync();
        await Press(page, "Enregistrer");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Accueil" })).ToBeVisibleAsync();
        await NoBarrier(page);

        await Writes("Zoé Martin", "Bonjour");
        var inbox = await Inbox(Ana);
        await inbox.GetByRole(AriaRole.Link, new() { Name = "Agent virtuel" }).ClickAsync();
        await Row(inbox, "Zoé Martin").ClickAsync();
        await Assertions.Expect(inbox.GetByText("Accueil VA répond à ce client.")).ToBeVisibleAsync();
        await Assertions.Expect(inbox.GetByText("Bonjour Zoé !").First).ToBeVisibleAsync();
        await NoBarrier(inbox);
        await Picture(inbox, "held-fr");
        await Press(inbox, "Reprendre la main");
        await Assertions.Expect(inbox.GetByText("Accueil VA répond à ce client.")).ToBeHiddenAsync();
        NoComplaint("422 .*/auto-responders/rehearsals"); // A script that is half written cannot be tried yet.
    }
}
