using System.Net.Http.Headers;
using System.Net.Http.Json;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>
/// The administrator's quick-start guide, followed in its own French words: the way through the menu, the button as it is called,
/// and what comes of it in a real conversation. Where the guide has an older or clumsier word, the menu's search knows it.
/// </summary>
public sealed class GuideTests : InboxJourney
{
    private const string Token = "token-of-the-other-side";

    private static readonly ViewportSize Wide = new() { Width = 1440, Height = 900 };

    private Guid x;

    [Fact]
    public async Task Attributs_de_contact_stand_at_the_right_of_a_conversation_in_the_order_the_administrator_gave_them()
    {
        await Writes("Zoé", "Bonjour");
        var agent = await Inbox(Ana, "fr", Wide);
        await Open(agent, "Zoé");
        var known = agent.Locator(".contact-facts dt");

        var page = await Administration();
        await Reach(page, "Espace de travail Agent", "Attributs de contact");
        await Press(page, "Ajouter un attribut");
        await Field(page, "Nom").FillAsync("Niveau de fidélité");
        await Press(page, "Créer");
        await Assertions.Expect(known.Filter(new() { HasText = "Niveau de fidélité" })).ToBeVisibleAsync();

        await Press(page, "Réorganiser");
        await NoBarrier(page);
        await Look(page, "guide-attributes-ordering");
        var (moved, first) = (Line(page, "Langue"), page.GetByRole(AriaRole.Row).First);
        await moved.DragToAsync(first, new() { TargetPosition = new() { X = 300, Y = 3 } });
        await Assertions.Expect(first).ToContainTextAsync("Langue");
        await Assertions.Expect(known.First).ToHaveTextAsync("Langue");
        await Press(page, "Descendre Langue");
        await Assertions.Expect(known.Nth(1)).ToHaveTextAsync("Langue");
        await Press(page, "Terminé");

        await Turn(page, "Afficher Téléphone");
        await Assertions.Expect(known.Filter(new() { HasText = "Téléphone" })).ToHaveCountAsync(0);
        await Turn(page, "Afficher Téléphone");
        await Assertions.Expect(known.Filter(new() { HasText = "Téléphone" })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Look(page, "guide-attributes");

        await Press(agent, "Ajouter : Niveau de fidélité");
        await agent.GetByLabel("Niveau de fidélité", new() { Exact = true }).FillAsync("Or");
        await agent.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.Locator(".contact-facts > div").Filter(new() { HasText = "Niveau de fidélité" }).Locator("dd")).ToContainTextAsync("Or");
        await Look(agent, "guide-attributes-inbox");
        NoComplaint();
    }

    [Fact]
    public async Task Sujets_are_put_on_conversations_and_balises_on_messages()
    {
        var page = await Administration();
        await Reach(page, "Routage et automatisation", "Sujets", "Rubriques", "Thèmes");
        await Press(page, "Ajouter une rubrique");
        await Field(page, "Nom").FillAsync("Livraison");
        await NoBarrier(page);
        await Look(page, "guide-topic-new");
        await Press(page, "Ajouter");
        await Press(page, "Ajouter un sous-sujet à Livraison");
        await Field(page, "Nom").FillAsync("Retard");
        await Press(page, "Ajouter");
        await Assertions.Expect(Line(page, "Retard")).ToBeVisibleAsync();
        await Look(page, "guide-topics");

        await Reach(page, "Comptes de réseau social et équipes", "Tags", "Balises", "Étiquettes", "Account ▸ Comptes de réseau social et équipes ▸ Tags");
        await Press(page, "Créer un nouveau tag");
        await Field(page, "Nom").FillAsync("Mécontentement");
        await Field(page, "Description (facultative)").FillAsync("Le client n’est pas content.");
        await NoBarrier(page);
        await Look(page, "guide-tag-new");
        await Press(page, "Créer");
        await Assertions.Expect(Line(page, "Mécontentement")).ToContainTextAsync("pas content");
        await Look(page, "guide-tags");

        await Writes("Zoé", "Mon colis n’arrive pas");
        var agent = await Inbox(Ana, "fr", Wide);
        await Open(agent, "Zoé");
        await Press(agent, "Ajouter un sujet");
        await agent.GetByRole(AriaRole.Option, new() { Name = "Livraison > Retard" }).ClickAsync();
        await agent.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.Locator(".topic-chip")).ToContainTextAsync("Retard");
        await agent.Locator(".message").HoverAsync();
        await Press(agent, "Poser un tag");
        await agent.GetByRole(AriaRole.Option, new() { Name = "Mécontentement" }).ClickAsync();
        await agent.Keyboard.PressAsync("Escape");
        await Assertions.Expect(agent.Locator(".message-tag")).ToContainTextAsync("Mécontentement");
        await NoBarrier(agent);
        await Look(agent, "guide-topics-tags-inbox");
        NoComplaint();
    }

    [Fact]
    public async Task Réponses_enregistrées_reach_the_customers_of_the_channels_they_are_shared_with()
    {
        var page = await Administration();
        await Reach(page, "Espace de travail Agent", "Réponses enregistrées", "Espace de travail Agent ▸ Réponses enregistrées");
        await NoBarrier(page);
        await Press(page, "Créer une collection");
        await Field(page, "Nom").FillAsync("Livraison");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "WhatsApp Maison Lune" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Messagerie web" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
        await NoBarrier(page);
        await Look(page, "guide-collection-new");
        await Press(page, "Enregistrer");
        await Press(page, "Créer une réponse enregistrée");
        await Field(page, "Titre").FillAsync("Colis en retard");
        await Field(page, "Texte").FillAsync("Bonjour {{contact.first_name|Madame, Monsieur}}, votre colis part demain.");
        await Field(page, "Raccourci").FillAsync("colis");
        await NoBarrier(page);
        await Look(page, "guide-reply-new");
        await Press(page, "Enregistrer");
        await Assertions.Expect(Line(page, "Colis en retard")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await NoBarrier(page);
        await Look(page, "guide-replies");

        await Writes("Zoé Martin", "Où est mon colis ?");
        var agent = await Inbox(Ana, "fr", Wide);
        await Open(agent, "Zoé Martin");
        await Composer(agent).PressSequentiallyAsync("/col");
        await Assertions.Expect(agent.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToContainTextAsync("Colis en retard");
        await NoBarrier(agent);
        await agent.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Composer(agent)).ToHaveValueAsync("Bonjour Zoé, votre colis part demain.");
        await agent.Keyboard.PressAsync("Enter");
        await Assertions.Expect(agent.Locator(".message[data-side=out]")).ToContainTextAsync("Bonjour Zoé, votre colis part demain.");

        var panel = await Customer("Et le mien ?");
        await agent.Locator("a[data-row]").Filter(new() { HasText = "Et le mien" }).ClickAsync();
        await Press(agent, "Réponses enregistrées");
        await Look(agent, "guide-replies-inbox");
        await agent.GetByRole(AriaRole.Option, new() { NameRegex = new("Colis en retard") }).ClickAsync();
        await Assertions.Expect(Composer(agent)).ToHaveValueAsync("Bonjour Madame, Monsieur, votre colis part demain.");
        await Assertions.Expect(Composer(agent)).ToBeFocusedAsync();
        await agent.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel.GetByText("Bonjour Madame, Monsieur, votre colis part demain.").First).ToBeVisibleAsync();
        NoComplaint();
    }

    [Fact]
    public async Task Résoudre_les_motifs_asks_on_the_chosen_channels_and_types_of_conversation_and_nowhere_else()
    {
        await ConnectX();
        var page = await Administration();
        await Reach(page, "Espace de travail Agent", "Motifs de résolution", "Résoudre les motifs");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Doublon" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
        await Turn(page, "WhatsApp Maison Lune : conversations privées");
        await Turn(page, "X : conversations privées");
        await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = "X : conversations publiques" }).First).Not.ToBeCheckedAsync();
        await NoBarrier(page);
        await Look(page, "guide-reasons");

        await Writes("Zoé", "Merci !");
        await WritesOnX("Yann", "Vous faites quoi ?", "public");
        await WritesOnX("Noor", "Un mot en privé", "private");
        var agent = await Inbox(Ana, "fr", Wide);
        foreach (var name in new[] { "Zoé", "Noor" })
        {
            await Open(agent, name);
            await Press(agent, "Résoudre");
            await Assertions.Expect(agent.GetByText("Pourquoi est-ce terminé ?")).ToBeVisibleAsync();
            await Assertions.Expect(agent.GetByRole(AriaRole.Radio, new() { Name = "Doublon" })).ToHaveCountAsync(0);
            await Look(agent, "guide-reasons-inbox");
            await agent.GetByRole(AriaRole.Radio, new() { Name = "Aucune réponse nécessaire" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
            await agent.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Résoudre" }).ClickAsync();
            await Assertions.Expect(agent.Locator(".trail-line").Last).ToContainTextAsync("Aucune réponse nécessaire");
        }

        await Open(agent, "Yann");
        await Press(agent, "Résoudre");
        await Assertions.Expect(agent.Locator(".thread-header")).ToContainTextAsync("Résolue");
        await Assertions.Expect(agent.GetByText("Pourquoi est-ce terminé ?")).ToHaveCountAsync(0);
        NoComplaint();
    }

    /// <summary>From the inbox to the settings, as Diane goes there.</summary>
    private async Task<IPage> Administration()
    {
        var page = await Inbox(Diane, "fr", Wide);
        await page.GetByRole(AriaRole.Link, new() { Name = "Paramètres", Exact = true }).ClickAsync();
        return page;
    }

    /// <summary>By the menu, where the page stands in its group; and by the words a guide or a habit may have for it.</summary>
    private static async Task Reach(IPage page, string group, string name, params string[] alsoCalled)
    {
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Paramètres administratifs" });
        var search = menu.GetByRole(AriaRole.Searchbox, new() { Name = "Rechercher un paramètre" });
        foreach (var words in alsoCalled.Append(""))
        {
            await search.FillAsync(words);
            await Assertions.Expect(menu.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        }

        var section = menu.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = group, Exact = true }) });
        await section.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }

    private static ILocator Line(IPage page, string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).First;

    private static ILocator Field(IPage page, string label) => page.GetByRole(AriaRole.Dialog).GetByLabel(label, new() { Exact = true });

    /// <summary>Presses a switch, which is drawn by its label.</summary>
    private static Task Turn(IPage page, string name) =>
        page.GetByRole(AriaRole.Switch, new() { Name = name }).First.Locator("xpath=ancestor-or-self::label").ClickAsync();

    /// <summary>A channel where one can write privately and for all to see, like X.</summary>
    private async Task ConnectX()
    {
        var connected = await Diane.Post("channels", new { kind = "custom", name = "X", settings = new { token = Token } });
        x = (connected["channel"] ?? connected).Id();
        await OfX(HttpMethod.Put, "capabilities", new { publicThreads = true });
    }

    private Task WritesOnX(string name, string text, string visibility) =>
        OfX(HttpMethod.Post, "messages", new { externalId = $"{name} {text}", sender = new { externalId = name, name }, text, visibility });

    private async Task OfX(HttpMethod method, string door, object body)
    {
        using var http = RealHttp.Client(Server.Address);
        using var request = new HttpRequestMessage(method, $"/api/channels/custom/v1/{x}/{door}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>With <c>RELAIS_LOOK=1</c>, pictures for people to judge: on a desk and on a phone, by day and by night.</summary>
    private static async Task Look(IPage page, string name)
    {
        if (System.Environment.GetEnvironmentVariable("RELAIS_LOOK") is null) return;
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, width == 390 ? 844 : 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Picture(page, $"{name}-{width}-{scheme}");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1440, 900);
    }
}
