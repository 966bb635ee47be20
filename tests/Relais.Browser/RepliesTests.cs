namespace Relais.Browser;

/// <summary>Step 4 of the guide: what is written once and answers every day.</summary>
public sealed class RepliesTests : InboxJourney
{
    [Fact]
    public async Task A_saved_reply_is_made_in_the_settings_and_answers_by_its_shortcut_with_the_customers_name()
    {
        var settings = await Settings("workspace/saved-replies");
        await NoBarrier(settings);
        await Press(settings, Say("fr", "replies.collection.create"));
        await Field(settings, "replies.collection.name").FillAsync("Livraison");
        await settings.GetByRole(AriaRole.Checkbox, new() { Name = "WhatsApp Maison Lune" }).Locator("xpath=ancestor-or-self::label").ClickAsync();
        await NoBarrier(settings);
        await Press(settings, Say("fr", "replies.save"));
        await Press(settings, Say("fr", "replies.create"));
        await Field(settings, "replies.title").FillAsync("Colis en retard");
        await Field(settings, "replies.body").FillAsync("Bonjour {{contact.first_name}}, votre colis part demain.");
        await Field(settings, "replies.shortcut").FillAsync("colis");
        await NoBarrier(settings);
        await Picture(settings, "saved-reply");
        await Press(settings, Say("fr", "replies.save"));
        await Assertions.Expect(settings.GetByRole(AriaRole.Row).Filter(new() { HasText = "Colis en retard" })).ToBeVisibleAsync();
        await Assertions.Expect(settings.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await NoBarrier(settings);

        var page = await Inbox(Ana);
        await Writes("Zoé Martin", "Où est mon colis ?");
        await Open(page, "Zoé Martin");
        await Composer(page).PressSequentiallyAsync("/col");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToContainTextAsync("Colis en retard");
        await NoBarrier(page);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Composer(page)).ToHaveValueAsync("Bonjour Zoé, votre colis part demain.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".message[data-side=out]")).ToContainTextAsync("Bonjour Zoé, votre colis part demain.");
        NoComplaint();
    }

    private static ILocator Field(IPage page, string key) => page.GetByRole(AriaRole.Dialog).GetByLabel(Say("fr", key), new() { Exact = true });
}
