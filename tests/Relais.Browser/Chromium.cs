using Relais.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Relais.Browser;

/// <summary>The one Chromium of a run. What keeps people and journeys apart is that each has a context of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The one without a window draws the same pages with half the work.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public static async Task<Chromium> OfThisRun() => (await TestContext.Current.GetFixture<Chromium>())!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Programs.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
