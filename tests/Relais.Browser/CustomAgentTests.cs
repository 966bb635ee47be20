using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>A program of one's own serves a customer, until an agent takes over.</summary>
public sealed class CustomAgentTests : InboxJourney
{
    [Fact]
    public async Task A_custom_virtual_agent_is_set_up_tried_and_serves_a_customer_until_an_agent_takes_over()
    {
        using var program = new ExampleProgram();
        var page = await Settings("virtual-agents/custom");
        await NoBarrier(page);
        await Press(page, "Ajouter un agent virtuel");
        await page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Luna");
        await page.GetByLabel("Adresse du web hook").FillAsync(program.WebhookUrl);
        await page.GetByText("WhatsApp Maison Lune").ClickAsync();
        await page.GetByText("Activé", new() { Exact = true }).ClickAsync();
        await Press(page, "Enregistrer");

        var known = page.Locator(".copy-field code");
        await Assertions.Expect(known).ToHaveCountAsync(3);
        await program.Start(await known.Nth(0).InnerTextAsync(), await known.Nth(1).InnerTextAsync(), await known.Nth(2).InnerTextAsync());
        await Press(page, "Envoyer l’essai");
        await Assertions.Expect(page.GetByText("Dit : Bonjour ! Quel est votre numéro de commande ?")).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "custom-agent-fr");

        await Writes("Zoé Martin", "Où est ma commande 1204 ?");
        var inbox = await Inbox(Ana);
        await inbox.GetByRole(AriaRole.Link, new() { Name = "Agent virtuel" }).ClickAsync();
        await Row(inbox, "Zoé Martin").ClickAsync();
        await Assertions.Expect(inbox.GetByText("Luna VA répond à ce client.")).ToBeVisibleAsync();
        await Assertions.Expect(inbox.GetByText("Votre commande 1204 arrive demain.").First).ToBeVisibleAsync();
        await Press(inbox, "Reprendre la main");
        await Assertions.Expect(inbox.GetByText("Luna VA répond à ce client.")).ToBeHiddenAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("INBOUND_MESSAGE_RECEIVED", new() { Exact = true })).ToBeVisibleAsync();
        await NoBarrier(page);
        NoComplaint();
    }
}
