using Relais.Tests.Channels.Simulator;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>A supervisor's broadcast, from the template to the customer's answer.</summary>
public sealed class BroadcastTests : InboxJourney
{
    private WhatsAppSimulator meta = null!;
    private HttpClient line = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        meta = await WhatsAppSimulator.Start(TestContext.Current.CancellationToken);
        meta.StatusesAfterSending = ["sent", "delivered", "read"];
        meta.Webhooks.PointTo(line = RealHttp.Client(Server.Address), $"/channels/whatsapp/{WhatsAppId}");
        await Diane.Patch($"channels/{WhatsAppId}", new
        {
            settings = new
            {
                phoneNumberId = meta.Account.PhoneNumberId, businessAccountId = meta.Account.BusinessAccountId, accessToken = meta.Account.AccessToken,
                appSecret = meta.Account.AppSecret, apiUrl = meta.Address.ToString(),
            },
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await meta.DisposeAsync();
        line.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_template_goes_to_a_list_the_counts_move_and_an_answer_waits_in_the_inbox()
    {
        var page = await Browser("fr", Diane);
        await page.GotoAsync("/broadcasts");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Say("fr", "broadcasts.empty.title") })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Press(page, "Nouvel envoi");

        await page.GetByLabel(Say("fr", "broadcasts.name")).FillAsync("Colis en route");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("suivi_colis") }).ClickAsync();
        await NoBarrier(page);
        await Picture(page, "broadcast-message-fr");
        await Press(page, "Continuer");

        await Values(page);
        await NoBarrier(page);
        await Picture(page, "broadcast-values-fr");
        await Press(page, "Continuer");

        await page.Locator("label.radio-card").Filter(new() { HasText = "Une liste" }).ClickAsync();
        await page.GetByLabel(Say("fr", "broadcasts.list"), new() { Exact = true }).FillAsync("+33612345678;Zoé Martin\n06 12 34 56 78;Yann\n+33698765432;Nina Petit");
        await page.GetByLabel(Say("fr", "broadcasts.consent")).FillAsync("Commande en ligne");
        await NoBarrier(page);
        await Picture(page, "broadcast-audience-fr");
        await Press(page, "Continuer");

        await Assertions.Expect(page.GetByText("2 personnes recevront ce message")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Bonjour Zoé, votre colis arrive demain.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("ligne 2 · Yann · 06 12 34 56 78")).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "broadcast-check-fr");
        await Press(page, "Envoyer à 2 personnes");

        await Assertions.Expect(page.Locator(".page-head .badge")).ToHaveTextAsync("Terminé");
        await Assertions.Expect(Figure(page, "Lus")).ToContainTextAsync("2");
        await meta.Customer("Zoé Martin", "33612345678").Writes("Merci !", TestContext.Current.CancellationToken);
        await Assertions.Expect(Figure(page, "Ont répondu")).ToContainTextAsync("1");
        await NoBarrier(page);
        await Picture(page, "broadcast-fr");

        await page.GetByRole(AriaRole.Link, new() { Name = "Zoé Martin" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trail-line").Filter(new() { HasText = "par l’envoi groupé" })).ToBeVisibleAsync();
        var inbox = await Inbox(Ana);
        await Assertions.Expect(Row(inbox, "Zoé Martin")).ToContainTextAsync("Merci !");
        NoComplaint();
    }

    /// <summary>The number is the same for all, the first name is known or not, the day stands in words.</summary>
    private static async Task Values(IPage page)
    {
        var gaps = page.Locator(".broadcast-value");
        await gaps.Nth(0).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Texte fixe" }).ClickAsync();
        await gaps.Nth(0).GetByRole(AriaRole.Textbox).FillAsync("A-1042");
        await gaps.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Prénom du client" }).ClickAsync();
        await gaps.Nth(1).GetByRole(AriaRole.Textbox).FillAsync("cher client");
        await gaps.Nth(2).GetByRole(AriaRole.Textbox).FillAsync("demain");
    }

    private static ILocator Figure(IPage page, string name) => page.Locator(".broadcast-figures > div").Filter(new() { HasText = name });
}
