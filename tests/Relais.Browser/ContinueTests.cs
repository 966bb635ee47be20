using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>Going on with a customer on another channel, by keyboard, back again, and making one task of both.</summary>
public sealed class ContinueTests : InboxJourney
{
    private static readonly ViewportSize Wide = new() { Width = 1440, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_customer_of_WhatsApp_is_written_to_by_SMS_and_the_two_conversations_become_one(string language)
    {
        await Diane.Post("channels", new { kind = "sms", name = "SMS Maison Lune", settings = new { accountSid = "AC1234567890abcdef1234567890abcdef", authToken = "secret", sender = "+33757900000", apiUrl = "http://127.0.0.1:9" } });
        var page = await Inbox(Ana, language, language == "fr" ? Wide : Phone);
        await Writes("Zoé", "Je n’ai bientôt plus de batterie");
        await Open(page, "Zoé");
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("batterie");

        await page.Keyboard.PressAsync("c");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("SMS Maison Lune");
        var send = dialog.GetByRole(AriaRole.Button, new() { Name = Say(language, "conversations.continue.send", ("channel", "SMS Maison Lune")) });
        await dialog.GetByLabel(Say(language, "conversations.continue.text"), new() { Exact = true }).FillAsync("Nous poursuivons par SMS.");
        await Assertions.Expect(send).ToBeDisabledAsync();
        await dialog.GetByLabel(Say(language, "conversations.continue.consent")).FillAsync("Demandé dans la conversation");
        await NoBarrier(page);
        await Picture(page, $"continue-{language}");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync("SMS Maison Lune");
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Nous poursuivons par SMS.");
        await page.Mouse.MoveAsync(0, 0);
        await page.WaitForFunctionAsync("() => !document.getAnimations().some((one) => one instanceof CSSTransition)");
        await NoBarrier(page);
        await Picture(page, $"continued-{language}");
        await page.Locator(".trail-line a").ClickAsync();
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync("WhatsApp Maison Lune");
        await Assertions.Expect(page.Locator(".trail-line a")).ToContainTextAsync("SMS Maison Lune");

        await Assertions.Expect(page.Locator(".also-open a")).ToContainTextAsync("SMS Maison Lune");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(dialog).ToContainTextAsync(Say(language, "conversations.merge.title"));
        await NoBarrier(page);
        await Picture(page, $"merge-conversations-{language}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = Say(language, "conversations.merge.confirm"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".thread-header")).ToContainTextAsync("SMS Maison Lune");
        await Assertions.Expect(page.Locator(".also-open")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync(Say(language, "conversations.trail.conversationTookIn", ("actor", "Ana")));
        NoComplaint();
    }
}
