using System.Text.RegularExpressions;
using Relais.Tests.Testing;

namespace Relais.Browser;

/// <summary>A journey that begins in the shop « Maison Lune » once it is set up: Ana and Bruno answer, Zoé and Yann write.</summary>
public abstract class InboxJourney : Journey
{
    private int written;
    private HttpClient provider = null!;

    protected ApiClient Diane { get; private set; } = null!;

    protected ApiClient Ana { get; private set; } = null!;

    protected ApiClient Bruno { get; private set; } = null!;

    protected Guid WhatsAppId { get; private set; }

    protected string MessengerTestPage { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        var shop = await MaisonLune.OfThisRun();
        shop.CopyInto(Server.Folder);
        await base.InitializeAsync();
        provider = RealHttp.Client(Server.Address);
        (Diane, Ana, Bruno) = (Continue(shop.Diane), Continue(shop.Ana), Continue(shop.Bruno));
        (WhatsAppId, MessengerTestPage) = (shop.WhatsAppId, shop.MessengerTestPage);
    }

    public override async ValueTask DisposeAsync()
    {
        provider.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A customer writes on WhatsApp.</summary>
    protected async Task Writes(string name, string text)
    {
        var body = WhatsAppWebhook.Text($"336{Math.Abs(name[0] * 1000):00000000}", name, $"wamid.{Interlocked.Increment(ref written)}", text);
        (await WhatsAppWebhook.Deliver(provider, WhatsAppId, body)).ShouldBe(200);
    }

    /// <summary>Somebody on the shop's own site writes in its messenger; the panel as he has it open.</summary>
    protected async Task<IFrameLocator> Customer(string text, ViewportSize? size = null)
    {
        var page = await Browser("fr", size: size);
        await page.GotoAsync(MessengerTestPage);
        await page.Locator("relais-messenger button.launcher").ClickAsync();
        var panel = page.FrameLocator("relais-messenger iframe");
        await panel.GetByRole(AriaRole.Textbox).First.FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        return panel;
    }

    /// <summary>A page of the settings, as Diane has it open in a language.</summary>
    protected async Task<IPage> Settings(string path, string language = "fr")
    {
        await Diane.Patch("session/member", new { language });
        var page = await Browser(language, Diane);
        await page.GotoAsync($"/settings/{path}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
        return page;
    }

    /// <summary>The inbox as a colleague has it open, in their language.</summary>
    protected async Task<IPage> Inbox(ApiClient who, string language = "fr", ViewportSize? size = null)
    {
        await who.Patch("session/member", new { language });
        var page = await Browser(language, who, size);
        await page.GotoAsync("/inbox");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Say(language, "shell.inbox"), Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".connection[data-state=live]")).ToBeAttachedAsync();
        return page;
    }

    protected static ILocator Row(IPage page, string name) => page.Locator("a[data-row]").Filter(new() { HasText = name });

    /// <summary>Opens a conversation from the list and waits until one can write in it.</summary>
    protected static async Task Open(IPage page, string name)
    {
        await Row(page, name).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 2 }).First).ToBeVisibleAsync();
        await Assertions.Expect(Composer(page)).ToBeVisibleAsync();
    }

    /// <summary>Presses the button with exactly these words.</summary>
    protected static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    protected static ILocator Composer(IPage page) => page.Locator(".composer textarea");

    protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(name)}") });

    private ApiClient Continue(ApiClient.Signed signed) => signed.In(RealHttp.Client(Server.Address));
}
