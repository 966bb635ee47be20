using Microsoft.Playwright;

namespace Relais.Bench;

/// <summary>Debian's Chromium, made so many times slower than this machine is.</summary>
internal sealed class SlowBrowser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>From the moment a key went down until the picture after it is drawn: what is queued behind a frame runs once the frame is done.</summary>
    private const string Measure = """
        let resolve;
        globalThis.nextPicture = () => new Promise((done) => { resolve = done; });
        addEventListener("keydown", (event) => {
          const begin = event.timeStamp;
          requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => resolve?.(performance.now() - begin);
            after.port2.postMessage(null);
          });
        }, { capture: true });
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;
    private readonly int slower;

    private SlowBrowser(IPlaywright playwright, IBrowser chromium, int slower)
    {
        this.playwright = playwright;
        this.chromium = chromium;
        this.slower = slower;
    }

    public static async Task<SlowBrowser> Start(int slower)
    {
        if (!File.Exists(Program)) throw new FileNotFoundException($"{Program} is needed: sudo apt-get install chromium.");

        var driver = await Playwright.CreateAsync();
        var started = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-gpu-vsync", "--disable-frame-rate-limit", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        });
        return new SlowBrowser(driver, started, slower);
    }

    /// <summary>The inbox of whoever the cookie is.</summary>
    public async Task<Hand> Open(Uri server, string cookie)
    {
        var page = await Page();
        await page.Context.AddCookiesAsync([new Cookie { Name = "relais", Value = cookie.Split('=', 2)[1], Url = server.ToString() }]);
        await page.GotoAsync(new Uri(server, "/inbox").ToString());
        await page.Locator(".connection[data-state=live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("a[data-row]").First.WaitForAsync();
        return await Slowed(page);
    }

    public async Task<Hand> OpenBare(string html)
    {
        var page = await Page();
        await page.GotoAsync($"data:text/html,{Uri.EscapeDataString(html)}");
        await page.Locator("textarea").FocusAsync();
        return await Slowed(page);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private async Task<IPage> Page()
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, Locale = "fr-FR" });
        await context.AddInitScriptAsync(Measure);
        return await context.NewPageAsync();
    }

    private async Task<Hand> Slowed(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = slower });
        return new Hand(page);
    }
}

/// <summary>Presses keys, one after the other has shown.</summary>
internal sealed class Hand(IPage page)
{
    /// <summary>What came of one key may still be on its way: nobody presses the next so soon, nor before the page has come to rest.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(60);

    public IPage Page => page;

    /// <param name="key">The key.</param>
    /// <param name="after">The one that goes before it at once, where the two say something together.</param>
    /// <returns>Microseconds until the next picture.</returns>
    public async Task<double> Press(string key, string? after = null)
    {
        await page.EvaluateAsync("() => new Promise((done) => requestIdleCallback(done, { timeout: 3000 }))");
        if (after is not null) await page.Keyboard.PressAsync(after);
        await page.EvaluateAsync("() => { globalThis.picture = globalThis.nextPicture(); }");
        await page.Keyboard.PressAsync(key);
        var milliseconds = await page.EvaluateAsync<double>("() => globalThis.picture");
        await Task.Delay(Breath);
        return milliseconds * 1000;
    }
}
