namespace Relais.Browser;

/// <summary>What an administrator does in the settings.</summary>
public sealed class SettingsTests : InboxJourney
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_colleague_is_invited_and_joins_by_the_link(string language)
    {
        var page = await Settings("members", language);
        await Press(page, Say(language, "people.invite"));
        await page.GetByLabel(Say(language, "people.name"), new() { Exact = true }).FillAsync("Chloé");
        await page.GetByLabel(Say(language, "signIn.email")).FillAsync("chloe@maison-lune.fr");
        await NoBarrier(page);
        await Press(page, Say(language, "people.invite.action"));
        var link = await page.Locator(".copy-field code").First.InnerTextAsync();
        await Press(page, Say(language, "people.handOver.done"));
        await Assertions.Expect(page.GetByText("chloe@maison-lune.fr")).ToBeVisibleAsync();
        await NoBarrier(page);

        var chloe = await Browser(language);
        await chloe.GotoAsync(link);
        await chloe.Locator("input[type=password]").First.FillAsync("une phrase de passe assez longue");
        await NoBarrier(chloe);
        await Press(chloe, Say("fr", "signIn.invitation.action")); // The shop is French, and so is whom it invites.
        await Assertions.Expect(chloe).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/inbox"));
        NoComplaint();
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_channel_is_connected_from_its_form(string language)
    {
        var page = await Settings("channels", language);
        await NoBarrier(page);
        await Press(page, Say(language, "channels.connect"));
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).Filter(new() { HasText = "WhatsApp" }).ClickAsync();
        foreach (var field in await page.Locator("#connect input[required]").AllAsync())
            if ((await field.InputValueAsync()).Length == 0) await field.FillAsync("100200300");

        await NoBarrier(page);
        await Press(page, Say(language, "channels.connect.action"));
        await Assertions.Expect(page.GetByText(Say(language, "channels.connection")).First).ToBeVisibleAsync();
        await Picture(page, $"channel-{language}");
        await NoBarrier(page);
        NoComplaint();
    }
}
