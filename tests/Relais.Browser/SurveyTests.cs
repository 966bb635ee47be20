namespace Relais.Browser;

/// <summary>Step 13 of the guide, as it is written there: « Ajouter une enquête CSAT », sent when the conversation is resolved.</summary>
public sealed class SurveyTests : InboxJourney
{
    [Fact]
    public async Task A_survey_is_written_asks_a_customer_once_resolved_and_the_score_stands_among_the_results()
    {
        var page = await Settings("enquêtes-csat");
        await NoBarrier(page);
        await Press(page, "Ajouter une enquête CSAT");
        await page.GetByText("WhatsApp Maison Lune").ClickAsync();
        var preview = page.GetByRole(AriaRole.Complementary, new() { Name = "Vu par le client" });
        await preview.GetByRole(AriaRole.Button, new() { Name = "⭐⭐", Exact = true }).ClickAsync();
        await Assertions.Expect(preview.GetByText("Nous en sommes désolés.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "anglais" }).ClickAsync();
        await Assertions.Expect(preview.GetByText("How was your conversation with us?")).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "csat-survey-fr");
        await Press(page, "Enregistrer");
        await Assertions.Expect(page.GetByText("Sans motif, pas d’enquête")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Motifs de résolution" }).Last.ClickAsync();
        await page.Locator("label.switch").Filter(new() { HasText = Say("fr", "resolveReasons.scopes.private.of", ("channel", "WhatsApp Maison Lune")) }).First.ClickAsync();

        await Writes("Zoé Martin", "Bonjour");
        var inbox = await Inbox(Ana);
        await Open(inbox, "Zoé Martin");
        await inbox.Locator(".history").FocusAsync();
        await inbox.Keyboard.PressAsync("e");
        await inbox.GetByRole(AriaRole.Radio, new() { Name = "Solution apportée" }).ClickAsync();
        await Assertions.Expect(inbox.GetByText("Sans enquête CSAT")).ToBeVisibleAsync();
        await inbox.Keyboard.PressAsync("Enter");
        await Assertions.Expect(inbox.Locator(".trail-line").Filter(new() { HasText = "CSAT VA a été automatiquement affecté" })).ToBeVisibleAsync();

        await Writes("Zoé Martin", "5 !");
        await Assertions.Expect(inbox.Locator(".thread-header .score-chip")).ToHaveTextAsync("5");
        await Assertions.Expect(inbox.Locator(".trail-line").Filter(new() { HasText = "a donné la note 5 sur 5" })).ToBeVisibleAsync();
        await NoBarrier(inbox);
        await Picture(inbox, "csat-score-fr");

        await page.GotoAsync("/satisfaction");
        await Assertions.Expect(page.Locator(".results-figure").First).ToContainTextAsync("100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note 5" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Zoé Martin" })).ToBeVisibleAsync();
        await NoBarrier(page);
        await Picture(page, "csat-results-fr");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zoé Martin" }).ClickAsync();
        await Assertions.Expect(page.Locator(".thread-header .score-chip")).ToHaveTextAsync("5");
        NoComplaint();
    }
}
